import type { MessageId } from '../protocol/ids.ts'

/** What the shop's page may listen to with `Counterbell('on', name, fn)`. */
export type PageEvents = {
  ready: { shop: string }
  open: undefined
  close: undefined
  /** Messages that were written since the panel was last seen open. */
  unread: { count: number }
  /** What the shopper or a teammate said. */
  message: { id: MessageId; author: 'visitor' | 'teammate'; text: string }
  /** What the assistant said. */
  answer: { id: MessageId; answers: MessageId; text: string }
  'handoff:offered': { reason: string }
  'handoff:requested': { reason: string }
  'handoff:accepted': { teammate: string }
  'handoff:returned': { teammate: string }
  error: { code: string }
}
export type PageEventName = keyof PageEvents
export type Emit = <N extends PageEventName>(name: N, detail: PageEvents[N]) => unknown
