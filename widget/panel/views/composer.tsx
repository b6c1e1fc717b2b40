import { useEffect, useRef } from 'preact/hooks'
import { useAtom } from '../store/use-atom.ts'
import { Icon } from './icon.tsx'
import { ItemChip } from './item-chip.tsx'
import { usePanel } from './panel-context.ts'
import { PersonButton } from './person-button.tsx'

/** Spelled here, since the protocol's file would bring its schemas along. Tested to be the same. */
export const MESSAGE_LIMIT_CODE_POINTS = 4000
const UP = 'M10 15.5v-11M5.5 9 10 4.5 14.5 9'
const WRITING_EVERY_MS = 3_000

/** The counter: where the shopper writes, and the way to a person. */
export function Composer() {
  const { texts, model, pageItem, storage, draft, isTyping } = usePanel()
  const text = useAtom(draft)
  const item = useAtom(pageItem.item)
  const isKeyboardUp = useAtom(isTyping)
  const { conversation } = useAtom(model.thread)
  const field = useRef<HTMLTextAreaElement>(null)
  const saidWritingAt = useRef(0)
  const over = Array.from(text).length - MESSAGE_LIMIT_CODE_POINTS
  const canSend = text.trim() !== '' && over <= 0

  const send = (event: Event) => {
    event.preventDefault()
    if (!canSend) return
    model.send(text)
    draft.set('')
    sayWriting(false)
    field.current?.focus()
  }
  const write = (next: string) => {
    draft.set(next)
    sayWriting(next !== '')
  }
  const sayWriting = (isWriting: boolean) => {
    const now = Date.now()
    if (isWriting && now - saidWritingAt.current < WRITING_EVERY_MS) return
    saidWritingAt.current = isWriting ? now : 0
    model.setWriting(isWriting)
  }
  // Before the first act nothing is kept in the browser.
  useEffect(() => {
    if (!storage.read('token')) return
    if (text) storage.write('draft', text)
    else storage.remove('draft')
  }, [text])

  const phase = conversation?.phase
  const placeholder =
    phase?.name === 'teammate'
      ? texts.writeTo(phase.teammate.name)
      : phase?.name === 'waiting'
        ? texts.addForTeam
        : item
          ? texts.askAboutItem
          : texts.askAnything
  return (
    <form class={`counter ${isKeyboardUp ? 'one' : ''}`} onSubmit={send}>
      {over > 0 && (
        <small class="wrong row" role="status">
          {texts.tooLong(over)}
        </small>
      )}
      <ItemChip />
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        aria-label={texts.yourMessage}
        placeholder={placeholder}
        enterkeyhint="send"
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event)
        }}
      />
      <div class="row">
        <PersonButton />
        <button type="submit" class="tool send" aria-label={texts.send} disabled={!canSend}>
          <Icon path={UP} />
        </button>
      </div>
    </form>
  )
}
