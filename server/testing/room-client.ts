import { WebSocket } from 'ws'
import { createFrameLog, type FrameLog } from './frame-log.ts'

export type RoomClient = Omit<FrameLog, 'push'> & {
  socket: WebSocket
  send(frame: unknown): void
  /** The code it was closed with. */
  closed: Promise<number>
}

/** A socket of the real `ws`. Rejects with the HTTP status when the upgrade is refused. */
export function connectRoom(url: string): Promise<RoomClient> {
  const socket = new WebSocket(url)
  const log = createFrameLog()
  socket.on('message', (data) => log.push(JSON.parse(String(data))))
  const client: RoomClient = {
    ...log,
    socket,
    send: (frame) => socket.send(JSON.stringify(frame)),
    closed: new Promise((resolve) => socket.on('close', resolve)),
  }
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(client))
    socket.once('unexpected-response', (_, response) => reject(new Error(`${response.statusCode}`)))
    socket.once('error', reject)
  })
}
