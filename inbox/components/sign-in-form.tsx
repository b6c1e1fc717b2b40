import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { useApp } from '../context.ts'
import { SignPage } from './sign-page.tsx'
import { useSubmit } from './use-submit.ts'

export function SignInForm({ shopName, ended }: { shopName: string; ended: boolean }) {
  const { session } = useApp()
  const email = useSignal('')
  const password = useSignal('')
  const first = useRef<HTMLInputElement>(null)
  const { submit, busy, problem } = useSubmit(() => session.signIn(email.value, password.value))
  useEffect(() => {
    document.title = `Sign in · ${shopName}`
    first.current?.focus()
  }, [shopName])
  return (
    <SignPage
      title={shopName}
      line="Sign in to the counter"
      aside="This door is for the people who work here. Shoppers need no account."
    >
      <form class="sign-form" onSubmit={submit}>
        {ended && (
          <p class="sign-ended" role="status">
            Your session has ended. What you typed is kept.
          </p>
        )}
        <div class="field">
          <label for="email">Email</label>
          <input
            id="email"
            ref={first}
            type="email"
            autocomplete="username"
            required
            value={email}
            onInput={(event) => {
              email.value = event.currentTarget.value
            }}
          />
        </div>
        <div class="field">
          <label for="password">Password</label>
          <input
            id="password"
            type="password"
            autocomplete="current-password"
            required
            value={password}
            onInput={(event) => {
              password.value = event.currentTarget.value
            }}
          />
          <p class="hint">Forgotten? Whoever runs the shop can make you a new link.</p>
        </div>
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <button type="submit" class="button button-1 button-large" aria-disabled={busy}>
          Sign in
        </button>
      </form>
    </SignPage>
  )
}
