import type { ConversationId } from '../../../../protocol/ids.ts'
import { makeVisitorToken } from '../../../visitors/make-visitor-token.ts'
import type { Command, CommandName, ThreadViewer } from '../history.ts'
import { pause } from '../until.ts'
import type { Crowd } from './crowd.ts'
import { type Sent, sendCommand } from './send-command.ts'
import { openThreadPage, type ThreadPage } from './thread-page.ts'

const ARRIVES_WITHIN_MS = 2500
const THINKS_MS = { shortest: 200, longest: 1200 }
/** To the letter, so with what others would tidy up. */
const SAYS = [
  'Is the wool coat still there?',
  'How do I wash wool?',
  '  ok  ',
  'ok',
  'Any damage? 🧵 a\u0301',
  'What does shipping cost?',
  'Are you a person?',
]

export type ChaosVisitor = {
  /** Ends when the crowd stops, with everything that was begun settled. */
  run(): Promise<void>
  pages(): ThreadPage[]
  /** For a page that loads the thread anew, and no more. */
  freshPages(): { viewer: ThreadViewer; url: string; headers: Record<string, string> }[]
  close(): void
}

/** A shopper with a tab or two, who asks, answers, calls for people, reloads. */
export function createChaosVisitor(crowd: Crowd, shop: string, name: string): ChaosVisitor {
  const { random } = crowd
  const url = crowd.shopUrl(shop)
  const headers = { authorization: `Bearer ${makeVisitorToken()}` }
  const pages: ThreadPage[] = []
  let conversationId: ConversationId | undefined
  let made = 0

  function viewer(id: ConversationId, label: string): ThreadViewer {
    return { id: label, role: 'visitor', by: name, shop, conversationId: id }
  }

  function openPage(): void {
    if (!conversationId) return
    const label = `page ${++made} of ${name}`
    const page = openThreadPage({
      ...crowd.pageOptions(),
      url,
      headers,
      viewer: viewer(conversationId, label),
    })
    pages.push(page)
  }

  function reload(): void {
    pages.shift()?.close()
    openPage()
  }

  /** The tab that sends shows the text at once, and takes in what the reply says. */
  async function send(what: CommandName, path: string, body: Record<string, unknown> = {}) {
    const clientId = crowd.newClientId(name)
    const text = body.text ?? body.email
    const command: Command = {
      clientId,
      name: what,
      shop,
      by: name,
      ...(conversationId && { conversationId }),
      ...(typeof text === 'string' && { text }),
    }
    const page = pages.at(0)
    if (what === 'message') page?.screen.echo(clientId)
    const asksForFrames = what === 'message' || what === 'start'
    const sent = await sendCommand({
      ...crowd.sendOptions(),
      url,
      headers,
      command,
      path,
      body,
      onFrame: asksForFrames && random.chance(0.5) ? (frame) => page?.receive(frame) : undefined,
    })
    if (sent) take(sent, page)
  }

  function take(sent: Sent, page: ThreadPage | undefined): void {
    if (sent.kind === 'refused') return
    if (!conversationId) {
      conversationId = sent.conversation.id
      openPage()
      return
    }
    page?.screen.receiveSnapshot(sent.conversation)
    for (const event of sent.events) page?.receive({ type: 'event', event })
  }

  async function act(): Promise<void> {
    const conversation = pages.at(0)?.screen.conversation()
    const at = `/conversations/${conversationId}`
    const text = `${random.pick(SAYS)}`
    const chance = random.below(100)
    if (chance < 4) return reload()
    if (chance < 6 && pages.length < 2) return openPage()
    if (chance < 12) return send('handoff', `${at}/handoff`)
    if (chance < 18 && conversation?.phase.name === 'waiting') {
      return send('cancel', `${at}/handoff/cancel`)
    }
    if (chance < 24 && conversation?.offer) return send('decline', `${at}/handoff/decline`)
    if (chance < 26) return send('email', `${at}/email`, { email: 'shopper@example.com' })
    if (chance < 32) {
      // Typed while the first is still under way.
      const one = send('message', `${at}/messages`, { text })
      await Promise.all([one, send('message', `${at}/messages`, { text: `${text}!` })])
      return
    }
    return send('message', `${at}/messages`, { text })
  }

  return {
    async run() {
      await pause(random.between(0, ARRIVES_WITHIN_MS))
      const text = `${random.pick(SAYS)}`
      if (random.chance(0.8)) await send('start', '/conversations', { text })
      else await send('start_handoff', '/conversations', { handoff: true })
      while (!crowd.isStopping()) {
        await act()
        await pause(random.between(THINKS_MS.shortest, THINKS_MS.longest))
      }
    },
    pages: () => pages,
    freshPages: () =>
      conversationId ? [{ viewer: viewer(conversationId, `${name} anew`), url, headers }] : [],
    close() {
      for (const page of pages) page.close()
    },
  }
}
