import type { VisitorId } from '../ids.ts'

/** Short and stable, so that two shoppers without a name can be told apart: the end of the visitor's id. */
export function visitorLabel(visitorId: VisitorId): string {
  return visitorId.slice(-4).toUpperCase()
}
