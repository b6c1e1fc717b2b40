import { join } from 'node:path'
import type { Log } from '../core/log.ts'
import type { RoomKeys } from '../rooms/derive-room-keys.ts'
import type { PartykitRooms } from '../rooms/partykit-publisher.ts'
import type { Config } from './config.ts'
import { PACKAGE_ROOT } from './package-root.ts'
import { startRooms } from './rooms-process.ts'
import { StartError } from './start-error.ts'

export type Rooms = PartykitRooms & {
  /** Where upgrades are forwarded to; undefined while they are down, and always for deployed ones. */
  localPort(): number | undefined
  isUp(): boolean
  stop(): Promise<void>
}

/** The rooms that `ROOMS_URL` names, or local ones. */
export async function openRooms(
  config: Pick<Config, 'roomsUrl' | 'roomsPort'>,
  keys: RoomKeys,
  log: Log,
): Promise<Rooms> {
  const { roomsUrl } = config
  return roomsUrl === undefined
    ? localRooms(config.roomsPort, keys, log)
    : deployedRooms(roomsUrl, keys.publishKey)
}

function deployedRooms(url: string, publishKey: string): Rooms {
  let reachable = true
  return {
    baseUrl: () => url,
    publishKey,
    noted(accepted) {
      reachable = accepted
    },
    localPort: () => undefined,
    isUp: () => reachable,
    stop: async () => {},
  }
}

async function localRooms(port: number, keys: RoomKeys, log: Log): Promise<Rooms> {
  const configFile = join(PACKAGE_ROOT, 'dist/rooms/rooms.capnp')
  const rooms = await startRooms({ configFile, port, keys, log }).catch((error: Error) => {
    if (!/address already in use/i.test(error.message)) throw error
    throw new StartError(
      `Port ${port} is taken. Stop what listens there, or set ROOMS_PORT to another port.`,
    )
  })
  return {
    baseUrl: () => (rooms.port() === undefined ? undefined : `http://127.0.0.1:${rooms.port()}`),
    publishKey: keys.publishKey,
    noted() {},
    localPort: rooms.port,
    isUp: () => rooms.port() !== undefined,
    stop: rooms.stop,
  }
}
