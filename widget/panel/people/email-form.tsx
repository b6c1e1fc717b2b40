import { useRef, useState } from 'preact/hooks'
import { Icon } from '../views/icon.tsx'
import { usePanel } from '../views/panel-context.ts'
import styles from './email-form.css?inline'

export { styles }

const WARN = 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM10 6.5v4M10 13.4h.01'

/** Asks where a person may write to. It promises nothing else. */
export function EmailForm() {
  const { texts, model } = usePanel()
  const field = useRef<HTMLInputElement>(null)
  const [error, setError] = useState('')
  const submit = async (event: Event) => {
    event.preventDefault()
    const input = field.current
    if (!input?.value.trim() || !input.validity.valid) {
      setError(texts.emailWrong)
      input?.focus()
      return
    }
    const isGiven = await model.giveEmail(input.value.trim())
    setError(isGiven ? '' : texts.emailFailed)
  }
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
