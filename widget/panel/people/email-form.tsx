import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../views/icon.tsx'
import { usePanel } from '../views/panel-context.ts'
import styles from './email-form.css?inline'

export { styles }

const WARN = 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM10 6.5v4M10 13.4h.01'

/** Asks where a person may write to, and then says where that is. It promises nothing else. */
export function EmailForm({ isGiven }: { isGiven: boolean }) {
  const { texts, model, storage } = usePanel()
  const field = useRef<HTMLInputElement>(null)
  const [error, setError] = useState('')
  const [isChanging, setChanging] = useState(false)
  useEffect(() => {
    if (isChanging) field.current?.focus()
  }, [isChanging])
  const submit = async (event: Event) => {
    event.preventDefault()
    const input = field.current
    if (!input?.value.trim() || !input.validity.valid) {
      setError(texts.emailWrong)
      input?.focus()
      return
    }
    const email = storage.write('email', input.value.trim())
    const isTaken = await model.giveEmail(email)
    setError(isTaken ? '' : texts.emailFailed)
    setChanging(!isTaken)
  }
  const given = storage.read('email') ?? ''
  if (isGiven && !isChanging)
    return (
      <div role="status">
        <b dir="auto">{given}</b>
        <p>{texts.emailNext}</p>
        <button type="button" class="link" onClick={() => setChanging(true)}>
          {texts.emailChange}
        </button>
      </div>
    )
  return (
    <form noValidate onSubmit={submit}>
      <label for="counterbell-email">
        {texts.emailLabel} <small>{texts.emailHint}</small>
      </label>
      <input
        ref={field}
        class="field"
        id="counterbell-email"
        type="email"
        autocomplete="email"
        defaultValue={given}
        placeholder={texts.emailPlaceholder}
        aria-invalid={error !== ''}
        aria-describedby="counterbell-email-note"
      />
      <small id="counterbell-email-note" class={error ? 'wrong row' : ''}>
        {error && <Icon path={WARN} />}
        {error || texts.emailNext}
      </small>
      <button type="submit" class="button main">
        {texts.emailSend}
      </button>
    </form>
  )
}
