import type { PublicFace } from '../../../protocol/authors.ts'
import type { Conversation } from '../../../protocol/conversations.ts'
import type { ErrorCode } from '../../../protocol/errors.ts'
import type { ConversationEvent, Rating } from '../../../protocol/events.ts'
import type { LiveAnswer } from '../../../protocol/frames.ts'
import type { ConversationId, MessageId } from '../../../protocol/ids.ts'
import type { Language } from '../../../protocol/language.ts'
import type { Page } from '../../../protocol/messages.ts'
import type { Emit } from '../../page-events.ts'
import type { PanelStorage } from '../storage/panel-storage.ts'
import { newClientId, newVisitorToken } from '../storage/random-id.ts'
import { type Atom, createAtom } from '../store/atom.ts'
import type { Wire } from '../wire/open-wire.ts'
import { type ApiClient, ApiError } from './api-client.ts'
import type { RetryDecision } from './decide-retry.ts'
import { createOutbox, type Outbox } from './outbox.ts'

/** What the shopper sees of the conversation: the log's own view of it and what is never stored. */
export type ConversationState = {
  thread: Atom<{ conversation: Conversation | null; events: readonly ConversationEvent[] }>
  /** The answer that is being written. */
  live: Atom<LiveAnswer | null>
  /** The teammate who is writing. */
  writing: Atom<PublicFace | null>
}

/** Why something does not go, and when it is tried again. */
export type Trouble =
  | { kind: 'no_connection' | 'too_fast'; nextAt: number }
  | { kind: 'refused'; code: ErrorCode }

/** One conversation in this browser, from nothing said to resolved: state to watch and what one can do. */
export type ConversationModel = ConversationState & {
  /** It goes on with a conversation of an earlier page, which may still be on its way. */
  isResumed: boolean
  unsent: Outbox['list']
  trouble: Atom<Trouble | null>
  send(text: string): void
  askForPerson(): void
  /** Takes an unsent text back: it is not sent any more. */
  takeBack: Outbox['remove']
  /** Each of these is false when the server could not be told. */
  declineOffer(): Promise<boolean>
  cancelHandoff(): Promise<boolean>
  rate(messageId: MessageId, rating: Rating): Promise<boolean>
  giveEmail(email: string): Promise<boolean>
  setOpen(isOpen: boolean): void
  setWriting(isWriting: boolean): void
  /** Tries at once what waits for its next attempt. */
  retry(): void
  dispose(): void
}

const WIRE_RETRY_MS = 2_000

/**
 * What the opened panel needs before anything is said: the outbox keeps what is sent, and the wire,
 * a chunk of its own, is fetched with the first act.
 */
export function createConversationModel(deps: {
  api: ApiClient
  storage: PanelStorage
  language: Language
  /** The stored conversation to go on with. */
  resumeId: ConversationId | undefined
  page(): Page
  /** An event as it comes; `isNews` when it is not history that is being loaded. */
  onEvent(event: ConversationEvent, isNews: boolean): void
  emit: Emit
  /** The server does not know token or conversation any more. */
  onLost(): void
}): ConversationModel {
  const { storage, resumeId } = deps
  const state: ConversationState = {
    thread: createAtom({ conversation: null, events: [] }),
    live: createAtom(null),
    writing: createAtom(null),
  }
  const trouble = createAtom<Trouble | null>(null)
  let wire: Promise<Wire> | undefined
  let isOpen = false
  const ending = new AbortController()

  function bringWire(): Promise<Wire> {
    wire ??= import('../wire/open-wire.ts').then(
      (chunk) => {
        const opened = chunk.openWire({ ...deps, state, onEvent, onRound: heed })
        opened.setOpen(isOpen)
        return opened
      },
      () => {
        wire = undefined
        throw new ApiError(0, 'unavailable')
      },
    )
    return wire
  }

  const outbox = createOutbox({
    storage,
    hasConversation: () => resumeId !== undefined || state.thread.get().conversation !== null,
    async post(unsent) {
      storage.write('token', storage.read('token') ?? newVisitorToken())
      await (await bringWire()).post(unsent)
    },
    onTrouble: heed,
  })

  function onEvent(event: ConversationEvent, isNews: boolean): void {
    if (event.clientId) outbox.remove(event.clientId)
    deps.onEvent(event, isNews)
  }

  /** `null` says that the line is good: then what waits goes now. */
  function heed(decision: RetryDecision | null): void {
    if (ending.signal.aborted) return
    if (decision?.kind === 'anew') {
      dispose()
      deps.onLost()
    } else if (decision?.kind === 'later') {
      trouble.set({ kind: decision.reason, nextAt: Date.now() + decision.afterMs })
    } else if (decision) {
      trouble.set(decision)
      deps.emit('error', { code: decision.code })
    } else if (trouble.get()) {
      trouble.set(null)
      outbox.retry()
    }
  }

  function retry(): void {
    if (ending.signal.aborted) return
    trouble.set(null)
    outbox.retry()
    if (resumeId && !wire) bringWire().catch(() => setTimeout(retry, WIRE_RETRY_MS))
    withWire((opened) => opened.refresh())
  }

  /** Does nothing while there is no wire: without connection the chunk does not come, and the outbox tries again. */
  function withWire(use: (opened: Wire) => void): void {
    wire?.then(use, () => {})
  }

  const command = (path: string, body?: object) =>
    bringWire().then(
      (opened) => opened.command(path, body),
      () => false,
    )

  function dispose(): void {
    ending.abort()
    outbox.dispose()
    withWire((opened) => opened.dispose())
  }

  addEventListener('online', retry, ending)
  retry()

  return {
    ...state,
    isResumed: resumeId !== undefined,
    unsent: outbox.list,
    trouble,
    send: (text) => outbox.add({ clientId: newClientId(), text, page: deps.page() }),
    askForPerson: () => outbox.add({ clientId: newClientId(), page: deps.page() }),
    takeBack: outbox.remove,
    declineOffer: () => command('handoff/decline'),
    cancelHandoff: () => command('handoff/cancel'),
    rate: (messageId, rating) => command(`messages/${messageId}/rating`, { rating }),
    giveEmail: (email) => command('email', { email }),
    setOpen(open) {
      isOpen = open
      withWire((opened) => opened.setOpen(open))
    },
    setWriting: (on) => withWire((opened) => opened.setWriting(on)),
    retry,
    dispose,
  }
}
