import type { PublicFace } from '../../protocol/authors.ts'
import type { Database } from '../db/database.ts'
import { publicFace } from './public-face.ts'
import { listAroundSince } from './store.ts'

/** The inbox asks every 30 s while it is visible: two lost requests do not make anybody absent. */
const AROUND_FOR_MS = 90_000

/** Who of the team had an inbox open a moment ago. */
export function teammatesAround(db: Database, nowAt: number): PublicFace[] {
  return listAroundSince(db, nowAt - AROUND_FOR_MS).map(publicFace)
}
