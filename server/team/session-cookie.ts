import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { ownOrigin } from '../core/own-origin.ts'
import { RANDOM_TOKEN } from '../core/random-token.ts'
import { sha256Hex } from '../core/sha256-hex.ts'
import type { AppEnv } from '../http/app-env.ts'
import { SESSION_LIFE_MS } from './open-session.ts'

export function setSessionCookie<E extends AppEnv>(c: Context<E>, token: string): void {
  const maxAge = SESSION_LIFE_MS / 1000
  setCookie(c, cookieName(c), token, { ...cookieOptions(c), maxAge })
}

export function dropSessionCookie<E extends AppEnv>(c: Context<E>): void {
  deleteCookie(c, cookieName(c), cookieOptions(c))
}

/** The token that the browser sent, and what stands of it in the database. */
export async function readSessionCookie<E extends AppEnv>(
  c: Context<E>,
): Promise<{ token: string; tokenHash: string } | undefined> {
  const token = getCookie(c, cookieName(c))
  if (!token || !RANDOM_TOKEN.test(token)) return undefined
  return { token, tokenHash: await sha256Hex(token) }
}

/** On https the name itself says that no sibling domain and no plain page can have set it. */
function cookieName<E extends AppEnv>(c: Context<E>): string {
  const name = `cb_${c.get('shop').id}`
  return isSecure(c) ? `__Host-${name}` : name
}

function cookieOptions<E extends AppEnv>(c: Context<E>) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(c) } as const
}

function isSecure<E extends AppEnv>(c: Context<E>): boolean {
  return ownOrigin(c.get('platform'), c.req.raw).startsWith('https:')
}
