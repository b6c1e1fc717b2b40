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
    if (!linkToken) {
      const outcome = await enter()
      if (!outcome) return
      if (outcome.code !== 'unauthenticated') return giveUp(outcome)
    }
    const config = await api.widgetConfig()
    if (!config.ok) return giveUp(config)
    shopName = config.value.shop.name
    state.value = linkToken ? { name: 'holds_link', shopName, token: linkToken } : door(false)
  }

  function giveUp(refusal: Refusal) {
    const isGone = refusal.code === 'shop_not_found' || refusal.code === 'not_found'
    state.value = isGone ? { name: 'no_shop' } : { name: 'unreachable', refusal }
  }

  async function enter(): Promise<Refusal | null> {
    const outcome = await api.whoAmI()
    if (!outcome.ok) return outcome
    shopName = outcome.value.shop.name
    state.value = { name: 'signed_in', session: outcome.value }
    return null
  }

  const door = (ended: boolean): SessionState => ({ name: 'signed_out', shopName, ended })

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
    /** Somebody may have signed in meanwhile, in another tab. */
    lookAgain: async () => {
      if (state.peek().name === 'signed_out') await enter()
    },
    leaveLink: () => {
      state.value = door(false)
    },
    async signOut() {
      const outcome = await api.signOut()
      if (outcome.ok || outcome.code === 'unauthenticated') state.value = door(false)
      return outcome
    },
    ended() {
      if (state.peek().name === 'signed_in') state.value = door(true)
    },
  }
}
