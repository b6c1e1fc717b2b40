import type { TeammateRole } from '../../protocol/api.ts'

/** What not every teammate may do. Whatever is not named here, all of them may. */
export type RestrictedVerb = 'hand_back_for_others'

const ROLES: Record<RestrictedVerb, readonly TeammateRole[]> = {
  hand_back_for_others: ['owner', 'admin'],
}

/** The one place where a role decides. */
export function may(role: TeammateRole, verb: RestrictedVerb): boolean {
  return ROLES[verb].includes(role)
}
