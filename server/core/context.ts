import type { TeammateRole } from '../../protocol/api.ts'
import type { PublicFace } from '../../protocol/authors.ts'
import type { ShopId, VisitorId } from '../../protocol/ids.ts'
import type { Answerer } from '../answers/answerer.ts'
import type { LiveAnswers } from '../conversations/answering/live-answers.ts'
import type { Database } from '../db/database.ts'
import type { Publisher } from '../rooms/publisher.ts'
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'
import type { NewId } from './new-id.ts'

/** Who acts. Identity comes from a token or a session, never from a body. */
export type Actor =
  | { kind: 'visitor'; visitorId: VisitorId }
  | { kind: 'teammate'; teammate: PublicFace; role: TeammateRole; sessionHash: string }
  | { kind: 'system' }

/** What a verb gets besides its input. Made per request; nothing in it is global. */
export type Context<A extends Actor = Actor> = {
  shop: { id: ShopId }
  db: Database
  actor: A
  now: Clock
  newId: NewId
  publish: Publisher
  answerer: Answerer
  live: LiveAnswers
  log: Log
}

export type VisitorContext = Context<Extract<Actor, { kind: 'visitor' }>>
export type TeammateContext = Context<Extract<Actor, { kind: 'teammate' }>>
/** What a job without a caller gets: recovery at start, an answer that runs on. */
export type SystemContext = Context<{ kind: 'system' }>
