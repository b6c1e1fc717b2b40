import type { Room } from '../../protocol/frames.ts'

/** For models that are tried without sockets. */
export const scriptedRoom: Room = {
  host: '127.0.0.1:9',
  secure: false,
  party: 'conversation',
  id: 'marlow',
  token: 'token',
  expiresAt: 0,
}
