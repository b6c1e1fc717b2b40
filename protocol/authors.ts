import * as v from 'valibot'
import { TeammateId, VisitorId } from './ids.ts'

/** What a shopper may know of a teammate. `picture` is a URL path on our own server. */
export const PublicFace = v.object({
  id: TeammateId,
  name: v.string(),
  initials: v.string(),
  picture: v.optional(v.string()),
})
export type PublicFace = v.InferOutput<typeof PublicFace>

export const Author = v.variant('kind', [
  v.object({ kind: v.literal('visitor'), id: VisitorId }),
  v.object({ kind: v.literal('assistant'), id: v.literal('assistant') }),
  v.object({ kind: v.literal('teammate'), ...PublicFace.entries }),
  v.object({ kind: v.literal('system'), id: v.literal('system') }),
])
export type Author = v.InferOutput<typeof Author>
export type AuthorKind = Author['kind']
