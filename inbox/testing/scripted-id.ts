import type { IdPrefix } from '../../protocol/ids.ts'

let made = 0

/** Ids of the right shape that sort in the order in which they were made. */
export function scriptedId<P extends IdPrefix>(prefix: P): `${P}_${string}` {
  made += 1
  return `${prefix}_${`0${made.toString(16)}`.padStart(26, '0')}`
}
