import { batch, signal } from '@preact/signals'
import type { ConversationId } from '../../protocol/ids.ts'
import type { DraftStore, Unsent } from './drafts.ts'
import { createOutbox, type OutboxHooks } from './outbox.ts'
import type { Ownership } from './ownership.ts'
import type { Typing } from './typing.ts'

export type ComposerHooks = Pick<OutboxHooks, 'send' | 'sent' | 'refused'> & {
  id: ConversationId
  drafts: DraftStore
}

/** What is being written: a reply and a note apart, so that one is never sent as the other. */
export function createComposerModel(
  { holdsIt }: Pick<Ownership, 'holdsIt'>,
  typing: Pick<Typing, 'typed' | 'stopped'>,
  hooks: ComposerHooks,
) {
  const kept = hooks.drafts.read(hooks.id)
  const reply = signal(kept.reply)
  const note = signal(kept.note)
  const mode = signal<Unsent['kind']>('reply')
  /** A note is being written, which needs no conversation in hand. */
  const noting = signal(false)
  /** Set when the words should go where the composer is; whoever shows it puts the focus there. */
  const wantsFocus = signal(false)
  const outbox = createOutbox(kept.unsent, { ...hooks, changed: save })

  function save() {
    hooks.drafts.write(hooks.id, {
      reply: reply.peek(),
      note: note.peek(),
      unsent: [...outbox.unsent.peek()],
    })
  }

  function prepend(kind: Unsent['kind'], text: string) {
    const into = kind === 'note' ? note : reply
    into.value = [text, into.peek()].filter(Boolean).join('\n\n')
  }

  return {
    reply,
    note,
    mode,
    noting,
    wantsFocus,
    unsent: outbox.unsent,
    retry: outbox.retry,
    arrived: outbox.arrived,
    write(text: string) {
      const isNote = mode.peek() === 'note'
      const into = isNote ? note : reply
      into.value = text
      save()
      if (isNote) return
      if (text) typing.typed()
      else typing.stopped()
    },
    /** Sends what is in the composer; true once everything arrived. */
    async send(): Promise<boolean> {
      const kind = mode.peek()
      const from = kind === 'note' ? note : reply
      const text = from.peek()
      if (!text.trim() || (kind === 'reply' && !holdsIt.peek())) return false
      from.value = ''
      typing.stopped()
      noting.value = false
      return outbox.post(kind, text)
    },
    /** Words that cannot go as a reply any more stand in the composer again. */
    restore(one: Unsent) {
      prepend(one.kind, one.text)
    },
    /** Words that were refused go back to the composer, to be changed or dropped. */
    takeBack(one: Unsent) {
      batch(() => {
        prepend(one.kind, one.text)
        mode.value = one.kind
        noting.value = one.kind === 'note'
        wantsFocus.value = true
      })
      outbox.remove(one.clientId)
    },
    /** A reply that can no longer be sent becomes the beginning of the note. */
    startNote() {
      batch(() => {
        if (!holdsIt.peek() && reply.peek()) {
          prepend('note', reply.peek())
          reply.value = ''
        }
        mode.value = 'note'
        noting.value = true
        wantsFocus.value = true
      })
      save()
    },
    startReply() {
      batch(() => {
        mode.value = 'reply'
        noting.value = false
        wantsFocus.value = holdsIt.peek()
      })
    },
    /** A note that was begun stays for the next time. */
    closeNote() {
      mode.value = 'reply'
      noting.value = false
    },
  }
}
