import type { ConversationId } from '../../protocol/ids.ts'
import type { Answerer } from '../answers/answerer.ts'
import { findConversation } from '../conversations/log/store.ts'
import { addTeammate } from '../team/add-teammate.ts'
import { listen } from './listen.ts'
import { TEST_PASSWORD } from './sign-in-teammate.ts'
import { testPlatform } from './test-platform.ts'

/** The real server with one shop, behind a port: for requests that are made to a scripted server as well. */
export async function listeningShop(id: string, answerer: Answerer) {
  const test = testPlatform({ answerer })
  const shop = test.addShop(id, { name: 'Marlow' })
  const { url, close } = await listen(test.app)
  const base = `${url}/v1/shops/${id}`
  const { now, newId } = test.platform

  const post = (path: string, headers: Record<string, string>, body: object) =>
    fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) })

  async function newLink(email: string): Promise<string> {
    const { token } = await addTeammate({ db: shop.db, now, newId }, { email, role: 'teammate' })
    return token
  }

  return {
    base,
    db: shop.db,
    /** What every request of an inbox sends. */
    own: { origin: url },
    clock: test.clock,
    newLink,
    /** A teammate who came in by a link. Gives what their inbox sends along. */
    async enter(name: string, password = TEST_PASSWORD): Promise<Record<string, string>> {
      const token = await newLink(`${name.toLowerCase()}@marlow.shop`)
      const reply = await post('/session/link', { origin: url }, { token, name, password })
      return { origin: url, cookie: reply.headers.get('set-cookie')?.split(';')[0] ?? '' }
    },
    /** A teammate's command, decided on the conversation as it stands. */
    async command(headers: Record<string, string>, at: ConversationId, verb: string, more = {}) {
      const version = findConversation(shop.db, at)?.version
      const body = { clientId: newId('evt'), version, ...more }
      const reply = await post(`/inbox/conversations/${at}/${verb}`, headers, body)
      if (!reply.ok) throw new Error(await reply.text())
    },
    async close() {
      await close()
      test.close()
    },
  }
}
