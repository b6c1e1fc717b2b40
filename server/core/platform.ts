import type { ShopId } from '../../protocol/ids.ts'
import type { Answerer } from '../answers/answerer.ts'
import type { LiveAnswers } from '../conversations/answering/live-answers.ts'
import type { Database } from '../db/database.ts'
import type { Publisher } from '../rooms/publisher.ts'
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'
import type { NewId } from './new-id.ts'

/** A shop whose file is open: its database and what lives in memory beside it. */
export type OpenShop = {
  id: ShopId
  db: Database
  publish: Publisher
  live: LiveAnswers
}

export type Shops = {
  /** The open shop, opened when needed; undefined for an id that has no file. Makes no file. */
  find(id: string): OpenShop | undefined
}

/** Slow on purpose; at most two at once, the rest queue. */
export type Passwords = {
  hash(password: string): Promise<string>
  /** With `null` for an unknown account: does the same work and answers false. */
  verify(password: string, hash: string | null): Promise<boolean>
}

/** What the runtime hands to the app: the only way in which Node reaches feature code. */
export type Platform = {
  shops: Shops
  answerer: Answerer
  passwords: Passwords
  /** Signs room tokens (HS256); derived, and known to the rooms. */
  roomTokenKey: string
  now: Clock
  /**
   * `now` at the start plus monotonic time: never jumps, whatever becomes of the wall clock. What a
   * credential lives and what a rate allows goes by it.
   */
  steadyNow: Clock
  newId: NewId
  log: Log
  version: string
  /** Base URL of this server as the outside sees it, without a slash at its end; undefined: taken from the request. */
  publicUrl: string | undefined
  /** Base URL of deployed rooms; undefined: this server's own port forwards to the local ones. */
  roomsUrl: string | undefined
  /** How many proxies in front of us are trusted to name the client. */
  trustProxyHops: number
  /** While the server listens on loopback only, pages on localhost at any port may call. */
  hostIsLoopback: boolean
  roomsUp(): boolean
  /** Peer address of a request's socket, as the runtime knows it. */
  peerAddress(request: Request): string
  /** Ends the connection of a request at once, whatever waits to be sent on it. */
  hangUp(request: Request): void
}
