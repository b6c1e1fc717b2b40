import type { PublicFace } from '../../protocol/authors.ts'
import { initials } from '../core/initials.ts'
import type { Teammate } from './store.ts'

/** What a shopper may know of a teammate. */
export function publicFace({ id, name, picture }: Teammate): PublicFace {
  return { id, name, initials: initials(name), ...(picture !== null && { picture }) }
}
