import { WebSocket } from 'ws'

export type RoomClient = {
  socket: WebSocket
  /** Everything heard so far, parsed. */
  frames: { type: string; [field: string]: unknown }[]
  send(frame: unknown): void
  /** Resolves with the first frame of this type, heard already or yet to come. */
  heard(type: string): Promise<{ type: string; [field: string]: unknown }>
  /** Resolves when `count` frames were heard. */
  heardAll(count: number): Promise<void>
  /** The code it was closed with. */
  closed: Promise<number>
}

/** A socket of the real `ws`. Rejects with the HTTP status when the upgrade is refused. */
export function connectRoom(url: string): Promise<RoomClient> {
  const socket = new WebSocket(url)
  const frames: RoomClient['frames'] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)))
    for (const look of waiting) look()
  })

  function until<T>(find: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const look = () => {
        const found = find()
        if (found === undefined) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  }

  const client: RoomClient = {
    socket,
    frames,
    send: (frame) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    heard: (type) => until(() => frames.find((frame) => frame.type === type)),
    heardAll: (count) => until(() => (frames.length >= count ? true : undefined)).then(() => {}),
    closed: new Promise((resolve) => socket.on('close', resolve)),
  }
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(client))
    socket.once('unexpected-response', (_, response) => reject(new Error(`${response.statusCode}`)))
    socket.once('error', reject)
  })
}
