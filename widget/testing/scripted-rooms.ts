import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import type { ConversationRoomFrame } from '../../protocol/frames.ts'
import type { ScriptedLog } from './scripted-log.ts'

/** The conversation room: fans out what the log tells, and hands on who types. */
export function createScriptedRooms() {
  const open = new Map<WebSocket, () => void>()
  const sockets = {
    get count() {
      return open.size
    },
    /** No upgrade is let through: the mode of a network that blocks sockets. */
    refuse: false,
    dropAll() {
      for (const socket of open.keys()) socket.terminate()
    },
  }

  function attach(server: Server, logOf: (id: string) => ScriptedLog | undefined): void {
    const acceptor = new WebSocketServer({ noServer: true })
    server.on('upgrade', (request, socket, head) => {
      const url = new URL(request.url ?? '/', 'http://room')
      const id = /\/parties\/conversation\/[\w-]+\.(cnv_\w+)$/.exec(url.pathname)?.[1]
      const log = id ? logOf(id) : undefined
      if (sockets.refuse || !log || url.searchParams.get('token') !== `room-${id}`) {
        socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
        return
      }
      acceptor.handleUpgrade(request, socket, head, (ws) => seat(ws, log))
    })
  }

  function seat(ws: WebSocket, log: ScriptedLog): void {
    const tell = (frame: ConversationRoomFrame) => ws.send(JSON.stringify(frame))
    log.listeners.add(tell)
    open.set(ws, () => log.listeners.delete(tell))
    ws.on('message', (data) => {
      const frame = JSON.parse(String(data))
      if (frame.type === 'ping') tell({ type: 'pong' })
      if (frame.type === 'typing') log.typing.push(frame.on)
    })
    ws.on('close', () => {
      open.get(ws)?.()
      open.delete(ws)
    })
  }

  return { sockets, attach }
}
