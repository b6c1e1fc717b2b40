import * as v from 'valibot'
import { ConversationRoomFrame, InboxRoomFrame } from '../../../protocol/frames.ts'
import type { ConversationId } from '../../../protocol/ids.ts'
import { roomName } from '../../rooms/room-name.ts'
import { makeVisitorToken } from '../../visitors/make-visitor-token.ts'
import type { ScriptedTurn } from '../scripted-answerer.ts'
import { type SignedIn, TEST_ORIGIN } from '../sign-in-teammate.ts'
import { type SendOptions, type Sent, sendCommand } from './clients/send-command.ts'
import { fetchEvents, noteFreshPage } from './clients/thread-page.ts'
import type { Command, CommandName, History, ThreadViewer } from './history.ts'
import type { RaceShop } from './race-shop.ts'
import type { Random } from './random.ts'
import { createThreadScreen, type ThreadScreen } from './thread-screen.ts'
import { pause } from './until.ts'

const URL = `${TEST_ORIGIN}/v1/shops/demo`
/** All that races falls into this window, in the middle of the answer. */
const WINDOW_MS = 10

export type Racer = { name: string } & Pick<SignedIn, 'teammateId' | 'headers'>

type Deps = { shop: RaceShop; history: History; random: Random; racers: Racer[] }
type Sender = (
  who: { by: string; headers: Record<string, string> },
  what: Sending,
) => Promise<Sent | undefined>

/**
 * One conversation: a streaming answer, two who take it over, and a visitor who types, all at once.
 * The returned function shows what the teammates' pages heard, once everything is published.
 */
export async function raceTakeover(deps: Deps, n: number): Promise<() => void> {
  const { shop, history, random, racers } = deps
  const by = `visitor ${n}`
  const headers = { authorization: `Bearer ${makeVisitorToken()}` }
  const send = createSender(deps, n)
  const question = `Is piece ${n} still there?`
  const { id, asked } = await ask(history, send, { by, headers }, question)
  const turn = await shop.turnOf(question)
  const watching = await Promise.all(racers.map((racer) => watch(deps, id, racer)))
  const moment = () => pause(random.between(0, WINDOW_MS))
  const stream = streamWords(turn, random)
  const clicks = racers.map(async (racer) => {
    await moment()
    const who = { by: racer.name, headers: racer.headers }
    const path = `/inbox/conversations/${id}/takeover`
    return { who, sent: await send(who, { name: 'takeover', path, id, version: 0 }) }
  })
  const typed = moment().then(() => {
    const asksForPerson = random.chance(0.1)
    const text = asksForPerson ? 'I want to talk to a person' : `And what of its sleeves, ${n}?`
    const path = `/conversations/${id}/messages`
    return send({ by, headers }, { name: 'message', path, text, id })
  })
  const clicked = await Promise.all(clicks)
  const held = clicked.flatMap(({ sent }) => (sent?.kind === 'ok' ? [sent.conversation] : []))[0]
  const at = `/inbox/conversations/${id}`
  // The loser tries too, and has to be refused.
  for (const { who } of held ? clicked : []) {
    const version = held?.version ?? 0
    const text = `I am ${who.by}`
    await send(who, { name: 'reply', path: `${at}/replies`, id, version, text })
    if (random.chance(0.3)) {
      await send(who, { name: 'hand_back', path: `${at}/hand-back`, id, version })
    }
  }
  await Promise.all([stream, typed, asked])
  await shop.idle()
  const viewer = threadOf(id, `${by} anew`, by, 'visitor')
  await noteFreshPage({ request: shop.request, history, url: URL, headers, viewer })
  return () => {
    for (const finish of watching) finish()
  }
}

function createSender({ shop, history, random }: Deps, n: number): Sender {
  let made = 0
  return (who, what) => {
    const { name, path, onFrame, id, ...says } = what
    const clientId = `${who.by.replaceAll(' ', '-')}-race-${n}-${++made}`
    const command: Command = {
      clientId,
      name,
      shop: 'demo',
      by: who.by,
      ...(id && { conversationId: id }),
      ...says,
    }
    return sendCommand({
      request: shop.request,
      history,
      random,
      url: URL,
      headers: who.headers,
      command,
      path,
      body: says,
      copies: 1 + random.below(3),
      isOver: () => false,
      onFrame,
    })
  }
}

/** Asks by a stream, and shows its frames on a page of the visitor's. */
async function ask(
  history: History,
  send: Sender,
  visitor: Parameters<Sender>[0],
  text: string,
): Promise<{ id: ConversationId; asked: Promise<unknown> }> {
  let screen: ThreadScreen | undefined
  let begun = (_: ConversationId) => {}
  const opened = new Promise<ConversationId>((resolve) => {
    begun = resolve
  })
  const { by } = visitor
  const onFrame: Sending['onFrame'] = (frame) => {
    if (frame.type === 'open') {
      const { id } = frame.conversation
      screen ??= createThreadScreen(history, threadOf(id, `page of ${by}`, by, 'visitor'))
      begun(id)
    } else if (frame.type === 'done') screen?.receiveSnapshot(frame.conversation)
    else if (screen && frame.type !== 'error') show(screen, frame)
  }
  const asked = send(visitor, { name: 'start', path: '/conversations', text, onFrame })
  return { id: await opened, asked }
}

/** Up to thirty words, one every moment or so; then the answer is whole. */
async function streamWords(turn: ScriptedTurn, random: Random): Promise<void> {
  const words = random.below(30)
  for (let word = 0; word < words; word++) {
    turn.delta(`word ${word} `)
    await pause(random.between(0, 1.5))
  }
  turn.finish()
}

type Sending = {
  name: CommandName
  path: string
  id?: ConversationId
  text?: string
  version?: number
  onFrame?: SendOptions['onFrame']
}

/** A teammate's page on the thread: what it heard by the room is shown when `finish` is called. */
async function watch(
  { shop, history }: { shop: RaceShop; history: History },
  id: ConversationId,
  { name, teammateId, headers }: Racer,
): Promise<() => void> {
  const viewer = threadOf(id, `thread of ${name} on ${id}`, name, 'staff')
  const screen = createThreadScreen(history, viewer)
  const exp = Math.floor(Date.now() / 1000) + 60
  const teammate = { id: teammateId, name, initials: name.slice(0, 1) }
  const room = roomName('demo', id)
  const log = shop.listen({
    role: 'staff',
    party: 'conversation',
    room,
    subject: name,
    teammate,
    exp,
  })
  const page = await fetchEvents(
    { request: shop.request, url: URL, headers, viewer },
    0,
    AbortSignal.timeout(10_000),
  )
  screen.receivePage(page, null)
  return () => {
    for (const heard of log.frames) show(screen, v.parse(ConversationRoomFrame, heard))
    screen.note()
  }
}

function show(screen: ThreadScreen, frame: ConversationRoomFrame): void {
  if (frame.type === 'event') screen.receive(frame.event)
  if (frame.type === 'delta') screen.type(frame)
  if (frame.type === 'dropped') screen.drop(frame.messageId)
}

function threadOf(
  conversationId: ConversationId,
  id: string,
  by: string,
  role: ThreadViewer['role'],
): ThreadViewer {
  return { id, role, by, shop: 'demo', conversationId }
}

/** An inbox that listens all the while, so that each call for a person lights up somewhere. */
export function listenToInbox(shop: RaceShop, history: History, { name, teammateId }: Racer) {
  const inboxId = `inbox of ${name}`
  const exp = Math.floor(Date.now() / 1000) + 600
  const teammate = { id: teammateId, name, initials: name.slice(0, 1) }
  const room = roomName('demo')
  history.add({ kind: 'inbox_opened', inboxId, by: name, shop: 'demo' })
  const log = shop.listen({ role: 'staff', party: 'inbox', room, subject: name, teammate, exp })
  return () => {
    for (const heard of log.frames) {
      const frame = v.parse(InboxRoomFrame, heard)
      if (frame.type !== 'summary') continue
      const { conversationId, lastSeq } = frame
      history.add({ kind: 'listed', inboxId, conversationId, lastSeq })
    }
  }
}
