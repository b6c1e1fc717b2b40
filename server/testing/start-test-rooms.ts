import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Log } from '../core/log.ts'
import { bundleRooms } from '../node/build/bundle-rooms.mjs'
import { PACKAGE_ROOT } from '../node/package-root.ts'
import { startRooms } from '../node/rooms-process.ts'
import { deriveRoomKeys, type RoomKeys } from '../rooms/derive-room-keys.ts'
import { silentLog } from './silent-log.ts'

export type TestRooms = {
  keys: RoomKeys
  port(): number | undefined
  baseUrl(): string | undefined
  stop(): Promise<void>
}

/** The real rooms, bundled from the sources as they stand, under the real workerd. */
export async function startTestRooms(log: Log = silentLog): Promise<TestRooms> {
  const outDir = await mkdtemp(join(tmpdir(), 'counterbell-rooms-'))
  const configFile = await bundleRooms({ root: PACKAGE_ROOT, outDir })
  const keys = await deriveRoomKeys('a secret for tests only')
  const rooms = await startRooms({ configFile, port: 0, keys, log })
  return {
    keys,
    port: rooms.port,
    baseUrl: () => (rooms.port() === undefined ? undefined : `http://127.0.0.1:${rooms.port()}`),
    async stop() {
      await rooms.stop()
      await rm(outDir, { recursive: true })
    },
  }
}
