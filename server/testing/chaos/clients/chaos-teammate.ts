import type { ConversationId } from '../../../../protocol/ids.ts'
import type { Command, CommandName, ThreadViewer } from '../history.ts'
import { pause } from '../until.ts'
import type { Crowd } from './crowd.ts'
import { type InboxPage, openInboxPage } from './inbox-page.ts'
import { sendCommand } from './send-command.ts'
import { openThreadPage, type ThreadPage } from './thread-page.ts'

const THINKS_MS = { shortest: 50, longest: 400 }
const OPEN_THREADS = 3

export type ChaosTeammate = {
  shop: string
  run(): Promise<void>
  inbox: InboxPage
  pages(): ThreadPage[]
  freshPages(): { viewer: ThreadViewer; url: string; headers: Record<string, string> }[]
  close(): void
}

/** A teammate with the list and a few threads open, who takes over, writes, notes, hands back, resolves. */
export function createChaosTeammate(
  crowd: Crowd,
  shop: string,
  { name, cookie }: { name: string; cookie: string },
): ChaosTeammate {
  const { random } = crowd
  const url = crowd.shopUrl(shop)
  const headers = { cookie, origin: crowd.origin }
  const pages: ThreadPage[] = []
  let made = 0
  const inbox = openInboxPage({
    ...crowd.pageOptions(),
    url,
    headers,
    shop,
    inboxId: `inbox of ${name}`,
    by: name,
  })

  function viewer(conversationId: ConversationId, id: string): ThreadViewer {
    return { id, role: 'staff', by: name, shop, conversationId }
  }

  function openThread(id: ConversationId): void {
    if (pages.some(({ screen }) => screen.viewer.conversationId === id)) return
    if (pages.length === OPEN_THREADS) pages.shift()?.close()
    const label = `thread ${++made} of ${name}`
    pages.push(openThreadPage({ ...crowd.pageOptions(), url, headers, viewer: viewer(id, label) }))
  }

  function look(): void {
    const rows = [...inbox.rows().values()]
    const waiting = rows.filter(({ summary }) => summary.phase.name === 'waiting')
    const row = random.pick(waiting.length > 0 && random.chance(0.7) ? waiting : rows)
    if (row) openThread(row.conversationId)
  }

  async function send(page: ThreadPage, what: CommandName, path: string, text?: string) {
    const { conversationId } = page.screen.viewer
    const conversation = page.screen.conversation()
    if (!conversation) return
    const says = text === undefined ? {} : { text }
    const decidedOn = what === 'note' ? {} : { version: conversation.version }
    const clientId = crowd.newClientId(name)
    const command: Command = {
      clientId,
      name: what,
      shop,
      by: name,
      conversationId,
      ...says,
      ...decidedOn,
    }
    if (text !== undefined) page.screen.echo(clientId)
    const sent = await sendCommand({
      ...crowd.sendOptions(),
      url,
      headers,
      command,
      path: `/inbox/conversations/${conversationId}/${path}`,
      body: { ...says, ...decidedOn },
    })
    if (sent?.kind === 'refused') page.refresh()
    if (sent?.kind !== 'ok') return
    page.screen.receiveSnapshot(sent.conversation)
    for (const event of sent.events) page.receive({ type: 'event', event })
  }

  async function markRead(page: ThreadPage): Promise<void> {
    const { conversationId } = page.screen.viewer
    await fetch(`${url}/inbox/conversations/${conversationId}/read`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ seq: page.screen.cursor() }),
    }).catch(() => {})
  }

  async function act(): Promise<void> {
    const page = random.pick(pages)
    const chance = random.below(100)
    if (!page || chance < 25) return look()
    const phase = page.screen.conversation()?.phase
    const text = `From ${name} 🧵 ${chance}`
    if (chance < 30) return markRead(page)
    if (chance < 40) return send(page, 'note', 'notes', text)
    if (phase?.name !== 'teammate') return send(page, 'takeover', 'takeover')
    if (chance < 50) return send(page, 'takeover', 'takeover')
    if (chance < 80) return send(page, 'reply', 'replies', text)
    return chance < 92 ? send(page, 'hand_back', 'hand-back') : send(page, 'resolve', 'resolve')
  }

  return {
    shop,
    async run() {
      while (!crowd.isStopping()) {
        await act()
        await pause(random.between(THINKS_MS.shortest, THINKS_MS.longest))
      }
    },
    inbox,
    pages: () => pages,
    freshPages: () =>
      [...inbox.rows().keys()].map((id) => ({
        viewer: viewer(id, `${id} anew for ${name}`),
        url,
        headers,
      })),
    close() {
      inbox.close()
      for (const page of pages) page.close()
    },
  }
}
