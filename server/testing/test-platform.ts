import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { createApp } from '../app.ts'
import { createLiveAnswers } from '../conversations/answering/live-answers.ts'
import { newId } from '../core/new-id.ts'
import type { OpenShop, Passwords, Platform } from '../core/platform.ts'
import type { AppEnv } from '../http/app-env.ts'
import { openShopFile, type ShopFile } from '../node/open-shop-file.ts'
import { createPasswords } from '../node/passwords.ts'
import type { ShopSettingsInput } from '../shops/settings.ts'
import { writeSettings } from '../shops/write-settings.ts'
import { type MemoryPublisher, memoryPublisher } from './memory-publisher.ts'
import { scriptedAnswerer } from './scripted-answerer.ts'
import { silentLog } from './silent-log.ts'

export type TestShopFile = OpenShop & { publish: MemoryPublisher }

type CountedPasswords = Passwords & {
  /** How often the work of a hash was done. */
  workDone(): number
}

export type TestPlatform = {
  platform: Platform
  app: Hono<AppEnv>
  /** Both clocks of the platform: move them by hand. */
  clock: { nowAt: number }
  /** Where requests come from. */
  peer: { address: string }
  passwords: CountedPasswords
  addShop(id: string, settings?: ShopSettingsInput): TestShopFile
  close(): void
}

/** The whole app over real shop files in a folder of its own, without rooms and without a port. */
export function testPlatform(changes: Partial<Platform> = {}): TestPlatform {
  const folder = mkdtempSync(join(tmpdir(), 'counterbell-shops-'))
  const clock = { nowAt: Date.UTC(2026, 10, 24, 12) }
  const peer = { address: '127.0.0.1' }
  const passwords = countedPasswords()
  const open = new Map<string, TestShopFile>()
  const files: ShopFile[] = []
  const platform: Platform = {
    shops: { find: (id) => open.get(id) },
    answerer: scriptedAnswerer(),
    passwords,
    roomTokenKey: 'a key for tests only',
    now: () => clock.nowAt,
    steadyNow: () => clock.nowAt,
    newId: (prefix) => newId(prefix, clock.nowAt),
    log: silentLog,
    version: '0.0.0',
    publicUrl: undefined,
    roomsUrl: undefined,
    trustProxyHops: 0,
    hostIsLoopback: false,
    roomsUp: () => true,
    peerAddress: () => peer.address,
    hangUp() {},
    ...changes,
  }

  return {
    platform,
    app: createApp(platform),
    clock,
    peer,
    passwords,
    addShop(id, settings = {}) {
      const file = openShopFile(join(folder, `${id}.sqlite`), { mustExist: false })
      files.push(file)
      const { db } = file
      writeSettings(db, settings)
      const shop = { id, db, publish: memoryPublisher(), live: createLiveAnswers(fail) }
      open.set(id, shop)
      return shop
    },
    close() {
      for (const file of files) file.close()
      rmSync(folder, { recursive: true })
    },
  }
}

function fail(error: unknown): never {
  throw error
}

/** The server's own passwords at a cost that tests can pay often. */
function countedPasswords(): CountedPasswords {
  const passwords = createPasswords({ N: 16, r: 1, p: 1 })
  let work = 0
  return {
    workDone: () => work,
    hash(password) {
      work++
      return passwords.hash(password)
    },
    verify(password, hash) {
      work++
      return passwords.verify(password, hash)
    },
  }
}
