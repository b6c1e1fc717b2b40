import { signal } from '@preact/signals'
import type { SessionReply } from '../../protocol/api.ts'
import type { Outcome, Refusal } from '../wire/request.ts'
import type { StaffApi } from '../wire/staff-api.ts'

export type SessionState =
  | { name: 'starting' }
  | { name: 'unreachable'; refusal: Refusal }
  | { name: 'no_shop' }
  /** `ended`: somebody was at work here a moment ago. */
  | { name: 'signed_out'; shopName: string; ended: boolean }
  | { name: 'holds_link'; shopName: string; token: string }
  | { name: 'signed_in'; session: SessionReply }

export type SessionModel = ReturnType<typeof createSessionModel>

/** Who is at the page. A one-time link comes before a session that already stands. */
export function createSessionModel(api: StaffApi, linkToken: string | null) {
  const state = signal<SessionState>({ name: 'starting' })
  let shopName = ''

  async function start() {
    state.value = { name: 'starting' }
    const config = await api.widgetConfig()
    if (!config.ok) {
      const gone = config.code === 'shop_not_found' || config.code === 'not_found'
      state.value = gone ? { name: 'no_shop' } : { name: 'unreachable', refusal: config }
      return
    }
    shopName = config.value.shop.name
    if (linkToken) state.value = { name: 'holds_link', shopName, token: linkToken }
    else await enter()
  }

  async function enter(): Promise<Refusal | null> {
    const outcome = await api.whoAmI()
    if (outcome.ok) state.value = { name: 'signed_in', session: outcome.value }
    else if (outcome.code === 'unauthenticated')
      state.value = { name: 'signed_out', shopName, ended: false }
    else if (state.peek().name === 'starting')
      state.value = { name: 'unreachable', refusal: outcome }
    return outcome.ok ? null : outcome
  }

  const enterAfter = async (attempt: Promise<Outcome<unknown>>): Promise<Refusal | null> => {
    const outcome = await attempt
    return outcome.ok ? enter() : outcome
  }

  return {
    state,
    start,
    signIn: (email: string, password: string) => enterAfter(api.signIn({ email, password })),
    /** Without a name the one that stands is kept; the server asks for it where there is none. */
    spendLink: (token: string, name: string, password: string) =>
      enterAfter(api.spendLink({ token, password, ...(name && { name }) })),
    leaveLink: () => {
      state.value = { name: 'signed_out', shopName, ended: false }
    },
    async signOut() {
      const outcome = await api.signOut()
      if (outcome.ok || outcome.code === 'unauthenticated')
        state.value = { name: 'signed_out', shopName, ended: false }
      return outcome
    },
    ended() {
      if (state.peek().name === 'signed_in')
        state.value = { name: 'signed_out', shopName, ended: true }
    },
  }
}
