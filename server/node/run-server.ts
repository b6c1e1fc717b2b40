import { createServer, type IncomingMessage, type Server } from 'node:http'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { getRequestListener } from '@hono/node-server'
import { chooseAnswerer } from '../answers/choose-answerer.ts'
import { createApp } from '../app.ts'
import { describeError } from '../core/describe-error.ts'
import type { Log } from '../core/log.ts'
import { newId } from '../core/new-id.ts'
import type { Platform, Shops } from '../core/platform.ts'
import { deriveRoomKeys } from '../rooms/derive-room-keys.ts'
import { createClosers } from './closers.ts'
import type { Config } from './config.ts'
import { createLog } from './create-log.ts'
import { fileRoutes } from './file-routes.ts'
import { forwardUpgrades } from './forward-upgrades.ts'
import { listen } from './listen.ts'
import { lockDataFolder } from './lock-data-folder.ts'
import { openRooms } from './open-rooms.ts'
import { openShops } from './open-shops.ts'
import { PACKAGE_ROOT, readPackageVersion } from './package-root.ts'
import { createPasswords } from './passwords.ts'
import { readOrMakeSecret } from './read-or-make-secret.ts'
import { runShop } from './run-shop.ts'
import { listShopIds } from './shop-files.ts'

const DIST = join(PACKAGE_ROOT, 'dist')
/** For replies under way when the server stops; sockets and streams are cut after it. */
const GRACE_MS = 2000

/** Who is at the other end. The address is read while the socket stands: a closed one has none. */
type Peer = { address: string; socket: IncomingMessage['socket'] }

export type RunningServer = { port: number; platform: Platform; close(): Promise<void> }

/** Starts everything that serves shops: their files, the rooms, the HTTP server. What was begun is undone when a later step fails. */
export async function runServer(config: Config): Promise<RunningServer> {
  const closers = createClosers()
  try {
    const log = createLog(config.logLevel)
    const lock = lockDataFolder(config.dataDir)
    closers.add(() => lock.release())
    const keys = await deriveRoomKeys(config.secret ?? readOrMakeSecret(config.dataDir))
    const rooms = await openRooms(config, keys, log)
    closers.add(() => rooms.stop())
    const parts = { ...commonParts(config), log }
    const recoveryAnswerer = chooseAnswerer(undefined)
    const shops = openShops((id) =>
      runShop(id, { dataDir: config.dataDir, rooms, recoveryAnswerer, ...parts }),
    )
    closers.add(() => shops.close())

    const peers = new WeakMap<Request, Peer>()
    const platform: Platform = {
      ...parts,
      ...addresses(config),
      shops,
      passwords: createPasswords(),
      roomTokenKey: keys.tokenKey,
      roomsUp: rooms.isUp,
      peerAddress: (request) => peers.get(request)?.address ?? '',
      hangUp: (request) => void peers.get(request)?.socket.destroy(),
    }
    const app = createApp(platform, fileRoutes(platform, DIST))
    const server = createServer(
      getRequestListener((request, { incoming }) => {
        const { socket } = incoming
        peers.set(request, { address: socket.remoteAddress ?? '', socket })
        return app.fetch(request)
      }),
    )
    const forwarding = forwardUpgrades(server, rooms.localPort)
    const port = await listen(server, { host: config.host, port: config.port, setting: 'PORT' })
    closers.add(() => closeServer(server, forwarding.close))
    // Last, so that what a stop left open is made good by a server that can be reached.
    openAll(listShopIds(config.dataDir), shops, log)
    return { port, platform, close: closers.closeAll }
  } catch (error) {
    await closers.closeAll()
    throw error
  }
}

function commonParts(config: Config) {
  const startedAt = Date.now() - performance.now()
  return {
    answerer: chooseAnswerer(config.claude),
    now: Date.now,
    steadyNow: () => Math.round(startedAt + performance.now()),
    newId,
    version: readPackageVersion(),
  }
}

function addresses({ publicUrl, roomsUrl, trustProxyHops, hostIsLoopback }: Config) {
  return { publicUrl, roomsUrl, trustProxyHops, hostIsLoopback }
}

/** One shop whose file is broken must not keep the others closed. */
function openAll(ids: string[], shops: Shops, log: Log): void {
  for (const id of ids) {
    try {
      shops.find(id)
    } catch (error) {
      log.error('shop_not_opened', { shop: id, ...describeError(error) })
    }
  }
}

async function closeServer(server: Server, closeSockets: () => void): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  closeSockets()
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearTimeout(cut)
}
