import * as v from 'valibot'
import { MarkRead, SignIn, SpendLink } from '../../protocol/api.ts'
import type { Room } from '../../protocol/frames.ts'
import { ConversationId } from '../../protocol/ids.ts'
import { InboxView } from '../../protocol/inbox.ts'
import { AppError } from '../../server/core/app-error.ts'
import { checkedName, checkedPassword } from '../../server/team/checked-credentials.ts'
import { valid } from '../../server/testing/valid.ts'
import { answerCommand } from './scripted-commands.ts'
import type { ScriptedShop } from './scripted-shop.ts'

export type Call = { method: string; path: string; query: URLSearchParams; body: unknown }
export type Answer = { status: number; body: object | null; cookie?: string }
export type RoomOf = (party: Room['party'], id?: ConversationId) => Room

const PASSWORD = 'three brass bells'
const LINK_TOKEN = 'a-link-that-works-once-0123456789'
export const SCRIPTED = { email: 'marta@marlow.shop', password: PASSWORD, linkToken: LINK_TOKEN }

/** The staff routes of the contract over a scripted shop. `signedIn` is what the cookie says. */
export function answerCall(
  shop: ScriptedShop,
  roomOf: RoomOf,
  call: Call,
  signedIn: boolean,
): Answer {
  try {
    return route(shop, roomOf, call, signedIn)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { code, status, message, details } = error
    return {
      status,
      body: { error: { code, message, requestId: 'req_scripted', ...(details && { details }) } },
    }
  }
}

function route(shop: ScriptedShop, roomOf: RoomOf, call: Call, signedIn: boolean): Answer {
  const { query } = call
  const path = `${call.method} ${call.path}`
  if (path === 'GET /widget') return ok(shop.config)
  if (path === 'POST /session') return signIn(shop, call)
  if (path === 'POST /session/link') return spendLink(shop, call)
  if (!signedIn) throw new AppError('unauthenticated', 'Sign in to the inbox of this shop.')
  if (path === 'GET /session') return ok(shop.session)
  if (path === 'DELETE /session')
    return { status: 204, body: null, cookie: 'cb=; Max-Age=0; Path=/' }
  if (path === 'GET /inbox/conversations') {
    const cursor = query.get('cursor')
    if (cursor !== null) valid(ConversationId, cursor)
    return ok(shop.list(valid(InboxView, query.get('view')), cursor, roomOf('inbox')))
  }
  const [, id, verb = ''] = /^\/inbox\/conversations\/(\w+)\/([a-z-]+)$/.exec(call.path) ?? []
  if (!v.is(ConversationId, id) || !shop.conversations.has(id))
    throw new AppError('not_found', 'There is no such conversation.')
  if (verb === 'events') {
    const after = query.get('after') ?? '0'
    valid(v.pipe(v.string(), v.regex(/^\d{1,15}$/)), after)
    return ok(shop.events(id, Number(after), roomOf('conversation', id)))
  }
  if (verb === 'read')
    return ok({ readVisitorMessages: shop.markRead(id, valid(MarkRead, call.body).seq) })
  return ok(answerCommand(shop, id, verb, call.body))
}

function signIn(shop: ScriptedShop, { body }: Call): Answer {
  const { email, password } = valid(SignIn, body)
  if (email !== SCRIPTED.email || password !== PASSWORD)
    throw new AppError('credentials_wrong', 'The e-mail address or the password is not right.')
  return welcome(shop)
}

function spendLink(shop: ScriptedShop, { body }: Call): Answer {
  const { token, name, password } = valid(SpendLink, body)
  if (token !== LINK_TOKEN || shop.link.isSpent)
    throw new AppError('link_not_valid', 'This link was used already or has run out.')
  checkedName(name, '')
  checkedPassword(password)
  shop.link.isSpent = true
  return welcome(shop)
}

function welcome(shop: ScriptedShop): Answer {
  return { ...ok(shop.session), cookie: 'cb=in; HttpOnly; SameSite=Lax; Path=/' }
}

function ok(body: object): Answer {
  return { status: 200, body }
}
