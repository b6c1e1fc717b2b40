import type { ConversationId } from '../../../protocol/ids.ts'
import { makeVisitorToken } from '../../visitors/make-visitor-token.ts'
import type { ChaosServer } from './chaos-server.ts'
import type { Crowd } from './clients/crowd.ts'
import { type SendOptions, sendCommand } from './clients/send-command.ts'
import { openThreadPage, type ThreadPage } from './clients/thread-page.ts'
import type { Command, CommandName } from './history.ts'
import { pause, until } from './until.ts'

const WINDOW_MS = 10
const STREAMS_WITHIN_MS = 20_000

export type Clicker = { name: string; cookie: string }

/**
 * The race between real processes: in mid-answer two teammates click, the visitor types, and sometimes the
 * server is killed. Returns the pages, which go on to show what comes.
 */
export async function raceProcesses(
  { server, crowd, clickers }: { server: ChaosServer; crowd: Crowd; clickers: Clicker[] },
  { n, kills }: { n: number; kills: boolean },
): Promise<ThreadPage[]> {
  const { random } = crowd
  const url = crowd.shopUrl('demo')
  const by = `visitor ${n}`
  const headers = { authorization: `Bearer ${makeVisitorToken()}` }
  let page: ThreadPage | undefined

  function open(id: ConversationId, name: string, auth: Record<string, string>): ThreadPage {
    const role = 'cookie' in auth ? 'staff' : 'visitor'
    const viewer = {
      id: `${name} on ${id}`,
      role,
      by: name,
      shop: 'demo',
      conversationId: id,
    } as const
    return openThreadPage({ ...crowd.pageOptions(), url, headers: auth, viewer })
  }

  function send(
    name: CommandName,
    who: { by: string; headers: Record<string, string> },
    what: Pick<SendOptions, 'path' | 'onFrame'> &
      Pick<Command, 'conversationId' | 'text' | 'version'>,
  ) {
    const { path, onFrame, ...says } = what
    const { conversationId: _, ...body } = says
    const clientId = crowd.newClientId(who.by)
    const command = { clientId, name, shop: 'demo', by: who.by, ...says }
    const { by: __, ...auth } = who
    return sendCommand({ ...crowd.sendOptions(), ...auth, url, command, path, body, onFrame })
  }

  const visitor = { by, headers }
  const asked = send('start', visitor, {
    path: '/conversations',
    text: `Is the wool coat still there, ${n}?`,
    onFrame(frame) {
      if (frame.type === 'open') page ??= open(frame.conversation.id, by, headers)
      page?.receive(frame)
    },
  })
  let isAnswered = false
  void asked.then(() => {
    isAnswered = true
  })
  // On a machine that stalls for seconds the model's watchdog steps in, and the answer is there at once.
  const isUnderWay = () => page !== undefined && (isAnswered || page.screen.live() !== null)
  const isRace = await until(isUnderWay, STREAMS_WITHIN_MS)
  if (!page || !isRace) throw new Error('no answer streams')
  const { conversationId } = page.screen.viewer
  const staff = clickers.map(({ name, cookie }) => ({
    by: name,
    headers: { cookie, origin: crowd.origin },
  }))
  const pages = [page, ...staff.map((who) => open(conversationId, who.by, who.headers))]
  const at = `/inbox/conversations/${conversationId}`
  const moment = () => pause(random.between(0, WINDOW_MS))
  const killed = kills ? moment().then(server.killServer) : undefined
  const typed = moment().then(() => {
    const path = `/conversations/${conversationId}/messages`
    return send('message', visitor, { path, conversationId, text: 'And what of its sleeves?' })
  })
  await Promise.all(
    staff.map(async (who) => {
      await moment()
      const sent = await send('takeover', who, {
        path: `${at}/takeover`,
        conversationId,
        version: 0,
      })
      if (sent?.kind !== 'ok') return
      const { version } = sent.conversation
      const text = `I am ${who.by}`
      await send('reply', who, { path: `${at}/replies`, conversationId, version, text })
    }),
  )
  await Promise.all([asked, typed, killed])
  return pages
}
