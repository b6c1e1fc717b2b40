import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import type {
  ClientFrame,
  ConversationRoomFrame,
  InboxRoomFrame,
  Room,
} from '../../protocol/frames.ts'
import type { ConversationId, MessageId } from '../../protocol/ids.ts'
import { scriptedId } from './scripted-id.ts'
import type { ScriptedShop } from './scripted-shop.ts'

/** The rooms of the contract on the server's own port: tokens that are good once, and fan-out. */
export function createScriptedRooms(server: Server, host: string, shop: ScriptedShop) {
  const sockets = new Map<WebSocket, string>()
  const tokens = new Set<string>()
  const heard: { room: string; frame: ClientFrame }[] = []
  const refused: string[] = []
  const wss = new WebSocketServer({ noServer: true })
  let isUp = true
  let mutes: (frame: ConversationRoomFrame) => boolean = () => false
  const shopId = shop.session.shop.id
  const inboxRoom = `inbox/${shopId}`
  const roomNameOf = (id: ConversationId) => `conversation/${shopId}.${id}`

  server.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '/', `http://${host}`)
    const token = url.searchParams.get('token') ?? ''
    if (!isUp || !tokens.delete(token)) {
      refused.push(token)
      socket.destroy()
      return
    }
    wss.handleUpgrade(request, socket, head, (opened) => {
      const room = url.pathname.replace('/parties/', '')
      sockets.set(opened, room)
      opened.on('close', () => sockets.delete(opened))
      opened.on('message', (data) => {
        const frame: ClientFrame = JSON.parse(String(data))
        heard.push({ room, frame })
        if (frame.type === 'ping') opened.send('{"type":"pong"}')
      })
    })
  })

  function send(room: string, frame: ConversationRoomFrame | InboxRoomFrame) {
    for (const [socket, at] of sockets) if (at === room) socket.send(JSON.stringify(frame))
  }

  shop.listen({
    published(id, event) {
      const frame = { type: 'event', event } as const
      if (!mutes(frame)) send(roomNameOf(id), frame)
    },
    summarised(conversationId, lastSeq, summary) {
      send(inboxRoom, { type: 'summary', conversationId, lastSeq, summary })
    },
  })

  return {
    heard,
    refused,
    openIn: (room: 'inbox' | ConversationId) =>
      [...sockets.values()].filter((at) => at === (room === 'inbox' ? inboxRoom : roomNameOf(room)))
        .length,
    roomOf(party: Room['party'], id?: ConversationId): Room {
      const token = scriptedId('evt')
      tokens.add(token)
      const room = id ? `${shopId}.${id}` : shopId
      return { host, secure: false, party, id: room, token, expiresAt: Date.now() + 60_000 }
    },
    sendTo(id: ConversationId, frame: ConversationRoomFrame) {
      send(roomNameOf(id), frame)
    },
    sendToInbox: (frame: InboxRoomFrame) => send(inboxRoom, frame),
    /** Text that streams: kept for who comes late, told to who is there. */
    stream(id: ConversationId, answers: MessageId, pieces: readonly string[]) {
      const entry = shop.find(id)
      const messageId: MessageId = scriptedId('msg')
      const { version } = entry.conversation
      entry.live = { messageId, answers, version, text: '' }
      send(inboxRoom, { type: 'writing', conversationId: id, on: true })
      for (const text of pieces) {
        const offset = entry.live.text.length
        entry.live = { ...entry.live, text: entry.live.text + text }
        send(roomNameOf(id), { type: 'delta', messageId, answers, version, offset, text })
      }
      return messageId
    },
    /** Frames that get lost on the way. */
    mute(which: typeof mutes) {
      mutes = which
    },
    goDown() {
      isUp = false
      for (const socket of sockets.keys()) socket.terminate()
    },
    comeUp() {
      isUp = true
    },
    close() {
      for (const socket of sockets.keys()) socket.terminate()
      wss.close()
    },
  }
}
