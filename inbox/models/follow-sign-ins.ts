import { effect } from '@preact/signals'
import type { SessionModel } from './session-model.ts'

/** Tabs share one session: who signs in at one need not do so at the others. For the life of the page. */
export function followSignIns(session: Pick<SessionModel, 'state' | 'lookAgain'>): void {
  const others = new BroadcastChannel('counterbell.sign-ins')
  others.addEventListener('message', session.lookAgain)
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void session.lookAgain()
  })
  effect(() => {
    if (session.state.value.name === 'signed_in') others.postMessage('signed_in')
  })
}
