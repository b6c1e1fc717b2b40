import type { MiddlewareHandler } from 'hono'
import { AppError } from '../core/app-error.ts'
import type { TeammateEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { checkOwnOrigin } from './check-own-origin.ts'
import { publicFace } from './public-face.ts'
import { readSessionCookie, setSessionCookie } from './session-cookie.ts'
import { useSession } from './use-session.ts'

/** Lets a signed-in teammate of this shop in, as `c.var.ctx`, and refuses what other pages send. */
export const requireTeammate: MiddlewareHandler<TeammateEnv> = async (c, next) => {
  checkOwnOrigin(c)
  const cookie = await readSessionCookie(c)
  const used =
    cookie && useSession(c.get('shop').db, cookie.tokenHash, c.get('platform').steadyNow())
  if (!cookie || !used) throw signInFirst()
  if (used.prolonged) setSessionCookie(c, cookie.token)
  const { teammate } = used
  c.header('cache-control', 'no-store')
  c.set(
    'ctx',
    contextOf(c, {
      kind: 'teammate',
      teammate: publicFace(teammate),
      role: teammate.role,
      sessionHash: cookie.tokenHash,
    }),
  )
  await next()
}

export function signInFirst(): AppError {
  return new AppError('unauthenticated', 'Sign in to the inbox of this shop.')
}
