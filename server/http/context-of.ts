import type { Context as HonoContext } from 'hono'
import type { Actor, Context } from '../core/context.ts'
import type { AppEnv } from './app-env.ts'

/** What a verb gets: the request's shop, the platform and whoever acts. */
export function contextOf<E extends AppEnv, A extends Actor>(
  c: HonoContext<E>,
  actor: A,
): Context<A> {
  const { now, newId, answerer, log } = c.get('platform')
  const { id, db, publish, live } = c.get('shop')
  return { shop: { id }, db, actor, now, newId, publish, answerer, live, log }
}
