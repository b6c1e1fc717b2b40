import type { ErrorCode } from '../../protocol/errors.ts'
import type { NewEvent } from '../../protocol/events.ts'
import type { Room } from '../../protocol/frames.ts'
import type { ConversationId } from '../../protocol/ids.ts'
import type { InboxView } from '../../protocol/inbox.ts'
import { scriptedId } from './scripted-id.ts'
import { type ScriptedShop, teammateAuthor } from './scripted-shop.ts'

export type Call = { method: string; path: string; query: URLSearchParams; body: Body }
export type Body = {
  clientId?: string
  version?: number | undefined
  text?: string
  seq?: number
  email?: string
  password?: string
  token?: string
}
export type Answer = { status: number; body: object; cookie?: string }
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
  const route = `${call.method} ${call.path.replace(/cnv_[0-9a-z]+/, ':id')}`
  if (route === 'GET /widget') return ok({ shop: shop.session.shop })
  if (route === 'POST /session') return signIn(call)
  if (route === 'POST /session/link') return spendLink(call)
  if (!signedIn) return refuse(401, 'unauthenticated', 'Sign in first.')
  if (route === 'GET /session') return ok(shop.session)
  if (route === 'DELETE /session') return { ...ok({}), cookie: 'cb=; Max-Age=0; Path=/' }
  if (route === 'GET /inbox/conversations') {
    const view = viewOf(call.query.get('view'))
    return ok(shop.list(view, call.query.get('cursor'), roomOf('inbox')))
  }
  return answerConversation(shop, roomOf, call, route)
}

function answerConversation(
  shop: ScriptedShop,
  roomOf: RoomOf,
  { path, query, body }: Call,
  route: string,
): Answer {
  const id = conversationIn(path)
  if (!id || !shop.conversations.has(id)) {
    return refuse(404, 'not_found', 'There is no such conversation.')
  }
  const author = teammateAuthor(shop.session.teammate)
  const { id: teammateId, name, initials } = shop.session.teammate
  const teammate = { id: teammateId, name, initials }
  const stamp = { author, clientId: body.clientId ?? '' }
  const text = body.text ?? ''
  switch (route) {
    case 'GET /inbox/conversations/:id/events':
      return ok(shop.events(id, Number(query.get('after')), roomOf('conversation', id)))
    case 'POST /inbox/conversations/:id/read':
      return ok({ readVisitorMessages: shop.markRead(id, body.seq ?? 0) })
    case 'POST /inbox/conversations/:id/notes':
      return append(shop, id, body, {
        ...stamp,
        type: 'note.created',
        note: { id: scriptedId('nte'), text },
      })
    case 'POST /inbox/conversations/:id/replies':
      return decided(shop, id, body, {
        ...stamp,
        type: 'message.created',
        message: { id: scriptedId('msg'), text },
      })
    case 'POST /inbox/conversations/:id/takeover':
      return decided(shop, id, body, { ...stamp, type: 'conversation.taken_over', teammate })
    case 'POST /inbox/conversations/:id/hand-back':
      return decided(shop, id, body, { ...stamp, type: 'conversation.handed_back', teammate })
    case 'POST /inbox/conversations/:id/resolve':
      return decided(shop, id, body, { ...stamp, type: 'conversation.resolved', teammate })
    default:
      return refuse(404, 'not_found', `Nothing answers ${route}.`)
  }
}

/** A repeat is answered before any version is compared. */
function decided(shop: ScriptedShop, id: ConversationId, body: Body, event: NewEvent): Answer {
  const { conversation, events } = shop.find(id)
  const { phase, version } = conversation
  const isRepeat = events.some((one) => one.clientId === body.clientId)
  if (isRepeat || body.version === version) return append(shop, id, body, event)
  if (phase.name === 'teammate' && phase.teammate.id !== shop.session.teammate.id) {
    const { name } = phase.teammate
    return refuse(409, 'conversation_held', `${name} has this conversation now.`, {
      holderName: name,
    })
  }
  return refuse(409, 'version_stale', 'The conversation has changed. Look again, then decide.')
}

function append(shop: ScriptedShop, id: ConversationId, body: Body, draft: NewEvent): Answer {
  const entry = shop.find(id)
  const repeated = entry.events.find((event) => event.clientId === body.clientId)
  const event = repeated ?? shop.append(id, draft)
  return ok({ conversation: entry.conversation, events: [event] })
}

function signIn({ body }: Call): Answer {
  return body.email === SCRIPTED.email && body.password === PASSWORD
    ? welcome
    : refuse(401, 'credentials_wrong', 'E-mail or password is wrong. Try again.')
}

function spendLink({ body }: Call): Answer {
  return body.token === LINK_TOKEN
    ? welcome
    : refuse(410, 'link_not_valid', 'This link has been used or has ended. Ask for a new one.')
}

const welcome: Answer = { status: 200, body: {}, cookie: 'cb=in; HttpOnly; SameSite=Lax; Path=/' }

function ok(body: object): Answer {
  return { status: 200, body }
}

function refuse(
  status: number,
  code: ErrorCode,
  message: string,
  details: Record<string, string> = {},
): Answer {
  return { status, body: { error: { code, message, requestId: 'req_scripted', details } } }
}

function viewOf(text: string | null): InboxView {
  return text === 'mine' || text === 'all' || text === 'resolved' ? text : 'needs_person'
}

function conversationIn(path: string): ConversationId | null {
  const id = /cnv_[0-9a-z]{26}/.exec(path)?.[0]
  return id ? `cnv_${id.slice(4)}` : null
}
