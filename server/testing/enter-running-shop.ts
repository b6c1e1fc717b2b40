import { join } from 'node:path'
import * as v from 'valibot'
import { CommandReply } from '../../protocol/api.ts'
import type { Room } from '../../protocol/frames.ts'
import type { ConversationId, VisitorToken } from '../../protocol/ids.ts'
import { newId } from '../core/new-id.ts'
import { openShopFile } from '../node/open-shop-file.ts'
import { addTeammate } from '../team/add-teammate.ts'
import { makeVisitorToken } from '../visitors/make-visitor-token.ts'
import { TEST_PASSWORD } from './sign-in-teammate.ts'

type Headers = Record<string, string>
export type RunningShopEntered = {
  /** A visitor with a conversation, and a teammate with a session: what they send along. */
  visitor: Headers
  visitorToken: VisitorToken
  staff: Headers
  conversationId: ConversationId
  /** The visitor's. */
  room: Room
  call(method: string, path: string, headers: Headers, body?: object): Promise<Response>
}

/** Comes into a shop of a server in another process: as a shopper by the first act, as a teammate by a link. */
export async function enterRunningShop(
  { url, dataDir }: { url: string; dataDir: string },
  { shop, text, name }: { shop: string; text: string; name: string },
): Promise<RunningShopEntered> {
  const call = (method: string, path: string, headers: Headers, body?: object) =>
    fetch(`${url}/v1/shops/${shop}${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
  const visitorToken = makeVisitorToken()
  const visitor = { authorization: `Bearer ${visitorToken}` }
  const begun = await call('POST', '/conversations', visitor, { clientId: 'the-first-act', text })
  const { conversation, room } = v.parse(CommandReply, await begun.json())

  const { db, close } = openShopFile(join(dataDir, 'shops', `${shop}.sqlite`), { mustExist: true })
  const email = `${newId('tmt')}@${shop}.example`
  const { token } = await addTeammate({ db, now: Date.now, newId }, { email, role: 'teammate' })
  close()
  const spent = await call(
    'POST',
    '/session/link',
    { origin: url },
    { token, name, password: TEST_PASSWORD },
  )
  const cookie = spent.headers.get('set-cookie')?.split(';')[0] ?? ''
  const staff = { origin: url, cookie }
  return { visitor, visitorToken, staff, conversationId: conversation.id, room, call }
}
