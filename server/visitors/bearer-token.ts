import type { Context } from 'hono'
import * as v from 'valibot'
import { VisitorToken } from '../../protocol/ids.ts'
import { AppError } from '../core/app-error.ts'
import type { VisitorEnv } from '../http/app-env.ts'

/**
 * The visitor token of `Authorization: Bearer …`; undefined without that header. Another scheme or another
 * form is refused, and not taken for an absent token.
 */
export function bearerToken(c: Context<VisitorEnv>): VisitorToken | undefined {
  const header = c.req.header('authorization')
  if (header === undefined) return undefined
  const token = /^bearer /i.test(header) ? header.slice('bearer '.length) : ''
  if (!v.is(VisitorToken, token)) throw unknownVisitor()
  return token
}

export function unknownVisitor(): AppError {
  return new AppError(
    'unauthenticated',
    'This needs the token of the visitor who began the conversation, as Authorization: Bearer.',
  )
}
