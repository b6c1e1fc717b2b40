import type { ConversationEvent, EventOf } from '../../../protocol/events.ts'
import { type Atom, createAtom } from '../store/atom.ts'

export type Said = EventOf<'message.created'>

/** What others said since the panel was last seen open. */
export type Unread = {
  messages: Atom<readonly Said[]>
  add(event: ConversationEvent): void
  /** Everything up to here is seen. */
  clear(seq: number): void
  seen(): number
}

export function createUnread(seenBefore: number): Unread {
  const messages = createAtom<readonly Said[]>([])
  let seen = seenBefore
  return {
    messages,
    seen: () => seen,
    add(event) {
      if (event.type !== 'message.created' || event.author.kind === 'visitor') return
      if (event.seq > seen) messages.set([...messages.get(), event])
    },
    clear(seq) {
      seen = Math.max(seen, seq)
      if (messages.get().length) messages.set([])
    },
  }
}
