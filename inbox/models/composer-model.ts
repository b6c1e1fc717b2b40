import { batch, signal } from '@preact/signals'
import type { ConversationId } from '../../protocol/ids.ts'
import type { DraftStore, Unsent } from './drafts.ts'
import { fitsMessage } from './fits-message.ts'
import { createOutbox, type OutboxHooks } from './outbox.ts'
import type { Ownership } from './ownership.ts'
import type { Typing } from './typing.ts'

type Kind = Unsent['kind']
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
  const text = { reply: signal(kept.reply), note: signal(kept.note) }
  const mode = signal<Kind>('reply')
  /** A note is being written, which needs no conversation in hand. */
  const noting = signal(false)
  /** Whose editor should get the focus; it takes it as soon as it is there. */
  const wantsFocus = signal<Kind | null>(null)
  const outbox = createOutbox(kept.unsent, { ...hooks, changed: save })

  function save() {
    hooks.drafts.write(hooks.id, {
      reply: text.reply.peek(),
      note: text.note.peek(),
      unsent: [...outbox.unsent.peek()],
    })
  }

  /** Words that stand in the composer again, before what was typed since. */
  function restore({ kind, text: words }: Pick<Unsent, 'kind' | 'text'>) {
    text[kind].value = [words, text[kind].peek()].filter(Boolean).join('\n\n')
  }

  return {
    text,
    mode,
    noting,
    wantsFocus,
    unsent: outbox.unsent,
    retry: outbox.retry,
    arrived: outbox.arrived,
    restore,
    write(kind: Kind, words: string) {
      text[kind].value = words
      save()
      if (kind === 'note') return
      if (words) typing.typed()
      else typing.stopped()
    },
    /** Sends what was typed; true once everything arrived. */
    async send(kind: Kind): Promise<boolean> {
      const words = text[kind].peek()
      if (!fitsMessage(words) || (kind === 'reply' && !holdsIt.peek())) return false
      text[kind].value = ''
      typing.stopped()
      noting.value = false
      if (kind === 'note' && holdsIt.peek()) this.startReply()
      return outbox.post(kind, words)
    },
    /** Words that were refused go back to the composer, to be changed or dropped. */
    takeBack(one: Unsent) {
      batch(() => {
        restore(one)
        mode.value = one.kind
        noting.value = one.kind === 'note'
        wantsFocus.value = one.kind
      })
      outbox.remove(one.clientId)
    },
    /** A reply that can no longer be sent becomes the beginning of the note. */
    startNote() {
      batch(() => {
        if (!holdsIt.peek() && text.reply.peek()) {
          restore({ kind: 'note', text: text.reply.peek() })
          text.reply.value = ''
        }
        mode.value = 'note'
        noting.value = true
        wantsFocus.value = 'note'
      })
      save()
    },
    startReply() {
      batch(() => {
        mode.value = 'reply'
        noting.value = false
        wantsFocus.value = holdsIt.peek() ? 'reply' : null
      })
    },
    /** A note that was begun stays for the next time. */
    closeNote() {
      mode.value = 'reply'
      noting.value = false
    },
  }
}
