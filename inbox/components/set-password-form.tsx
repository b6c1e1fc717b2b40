import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { useApp } from '../context.ts'
import { SignPage } from './sign-page.tsx'
import { useSubmit } from './use-submit.ts'

/** In code points, as the server counts. */
const PASSWORD_AT_LEAST = 12
const STRENGTH_STEPS = [6, PASSWORD_AT_LEAST, 16, 20]

/** Spends a one-time link: a name for who is new, a password for everybody. */
export function SetPasswordForm({ shopName, token }: { shopName: string; token: string }) {
  const { session } = useApp()
  const name = useSignal('')
  const password = useSignal('')
  const length = Array.from(password.value).length
  const { submit, busy, problem, field } = useSubmit(() =>
    session.spendLink(token, name.value.trim(), password.value),
  )
  const isTooShort = length < PASSWORD_AT_LEAST
  /** Pressed too early: said at the field, and nothing is sent. */
  const tried = useSignal(false)
  const passwordBox = useRef<HTMLInputElement>(null)
  const trySubmit = (event: Event) => {
    tried.value = isTooShort
    if (!isTooShort) return submit(event)
    event.preventDefault()
    passwordBox.current?.focus()
  }
  useEffect(() => {
    document.title = `Set your password · ${shopName}`
  }, [shopName])
  return (
    <SignPage
      title={shopName}
      line="Set your password and come in"
      aside="This link works once. From then on you sign in with your e-mail and this password."
    >
      <form class="sign-form" onSubmit={trySubmit} noValidate>
        <div class="field">
          <label for="name">Your first name</label>
          <input
            id="name"
            autocomplete="given-name"
            maxLength={80}
            aria-describedby="name-hint"
            aria-invalid={field === 'name'}
            value={name}
            onInput={(event) => {
              name.value = event.currentTarget.value
            }}
          />
          <p class="hint" id="name-hint">
            Shoppers see this name, and nothing else about you. New here: give one. Reset: leave it
            empty to keep the one you have.
          </p>
          {field === 'name' && (
            <p class="problem" role="alert">
              {problem}
            </p>
          )}
        </div>
        <div class="field">
          <label for="new-password">Choose a password</label>
          <input
            id="new-password"
            ref={passwordBox}
            type="password"
            autocomplete="new-password"
            required
            aria-describedby="password-hint"
            aria-invalid={tried.value && isTooShort}
            value={password}
            onInput={(event) => {
              password.value = event.currentTarget.value
            }}
          />
          <Strength length={length} />
          <p class="hint" id="password-hint">
            {length > 0 && `${length} characters. `}Twelve or more; a short sentence works best.
          </p>
          {tried.value && isTooShort && (
            <p class="problem" role="alert">
              Too short: {PASSWORD_AT_LEAST} characters or more.
            </p>
          )}
        </div>
        {problem && field !== 'name' && (
          <p class="problem" role="alert">
            {problem}{' '}
            <button type="button" class="link" onClick={session.leaveLink}>
              Sign in instead
            </button>
          </p>
        )}
        <button
          type="submit"
          class="button button-1 button-large"
          aria-disabled={busy || isTooShort}
        >
          Set password and come in
        </button>
      </form>
    </SignPage>
  )
}

function Strength({ length }: { length: number }) {
  return (
    <div class="strength" aria-hidden="true">
      {STRENGTH_STEPS.map((step) => (
        <i key={step} class={length >= step ? 'on' : undefined} />
      ))}
    </div>
  )
}
