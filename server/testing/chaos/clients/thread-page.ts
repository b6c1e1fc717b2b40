import * as v from 'valibot'
import { EventsReply, StaffEventsReply } from '../../../../protocol/api.ts'
import { ConversationRoomFrame, type StreamFrame } from '../../../../protocol/frames.ts'
import type { History, ThreadViewer } from '../history.ts'
import type { Random } from '../random.ts'
import { createThreadScreen, type ThreadScreen } from '../thread-screen.ts'
import { openLivePage } from './live-page.ts'
import type { RequestServer } from './send-command.ts'

/** A page that shows one thread, in a panel or in an inbox. */
export type ThreadPage = {
  screen: ThreadScreen
  /** From the page's own POST. */
  receive(frame: StreamFrame | ConversationRoomFrame): void
  refresh(): void
  close(): void
}

export type ThreadPageOptions = {
  request: RequestServer
  history: History
  random: Random
  viewer: ThreadViewer
  /** The base of the shop's routes. */
  url: string
  headers: Record<string, string>
  shuffles: boolean
  neverResumes: boolean
  broken(error: unknown): void
}

export function openThreadPage(options: ThreadPageOptions): ThreadPage {
  const { viewer, neverResumes } = options
  const screen = createThreadScreen(options.history, viewer)
  let hasPage = false

  async function fetchPage(signal: AbortSignal) {
    for (;;) {
      const asked = screen.live()
      const reply = await fetchEvents(options, screen.cursor(), signal)
      if (neverResumes && hasPage) return reply.room
      screen.receivePage(reply, asked)
      if (reply.more) continue
      hasPage = true
      return reply.room
    }
  }

  function receive(frame: StreamFrame | ConversationRoomFrame): void {
    if (frame.type === 'dropped') screen.drop(frame.messageId)
    if (frame.type === 'open' || frame.type === 'done') screen.receiveSnapshot(frame.conversation)
    const misses =
      frame.type === 'event'
        ? screen.receive(frame.event)
        : frame.type === 'delta' && screen.type(frame)
    if (misses) live.refresh()
  }

  const live = openLivePage({
    random: options.random,
    frames: ConversationRoomFrame,
    fetchPage,
    receive,
    broken: options.broken,
    shuffles: options.shuffles,
    neverResumes,
  })
  return { screen, receive, refresh: live.refresh, close: live.close }
}

/** A page load long after: everything from the log, nothing live. */
export async function noteFreshPage(
  options: Pick<ThreadPageOptions, 'request' | 'history' | 'viewer' | 'url' | 'headers'>,
): Promise<void> {
  const screen = createThreadScreen(options.history, options.viewer)
  for (let more = true; more; ) {
    const reply = await fetchEvents(options, screen.cursor(), AbortSignal.timeout(10_000))
    screen.receivePage(reply, null)
    more = reply.more
  }
  screen.note(true)
}

export async function fetchEvents(
  options: Pick<ThreadPageOptions, 'request' | 'url' | 'headers' | 'viewer'>,
  after: number,
  signal: AbortSignal,
) {
  const { request, url, headers, viewer } = options
  const isStaff = viewer.role === 'staff'
  const folder = isStaff ? 'inbox/conversations' : 'conversations'
  const path = `${url}/${folder}/${viewer.conversationId}/events?after=${after}`
  const response = await request(path, { headers, signal })
  if (!response.ok) throw new Error(`events: ${response.status}`)
  const reply: unknown = await response.json()
  return isStaff ? withoutItem(v.parse(StaffEventsReply, reply)) : v.parse(EventsReply, reply)
}

function withoutItem({ item: _, ...reply }: StaffEventsReply): Omit<StaffEventsReply, 'item'> {
  return reply
}
