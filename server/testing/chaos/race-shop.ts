import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RoomClaims } from '../../../protocol/frames.ts'
import { createLiveAnswers } from '../../conversations/answering/live-answers.ts'
import { newId } from '../../core/new-id.ts'
import type { OpenShop } from '../../core/platform.ts'
import { openShopFile } from '../../node/open-shop-file.ts'
import { writeSettings } from '../../shops/write-settings.ts'
import type { FrameLog } from '../frame-log.ts'
import { memoryRoomsPublisher } from '../memory-rooms-publisher.ts'
import { type ScriptedTurn, scriptedAnswerer } from '../scripted-answerer.ts'
import { type TestPlatform, testPlatform } from '../test-platform.ts'
import type { RequestServer } from './clients/send-command.ts'
import { readStoredShop } from './read-stored-shop.ts'
import type { StoredShop } from './stored-shop.ts'

/** The whole app over a shop's real file, with answers whose pace the test sets, and rooms that can be heard. */
export type RaceShop = {
  test: TestPlatform
  request: RequestServer
  listen(claims: RoomClaims): FrameLog
  /** The turn of the question with this text; waits for it. */
  turnOf(text: string): Promise<ScriptedTurn>
  idle(): Promise<void>
  /** Publishes what is left, and reads the file. */
  finish(): Promise<StoredShop>
  close(): void
}

export function createRaceShop(id: string): RaceShop {
  const folder = mkdtempSync(join(tmpdir(), 'counterbell-race-'))
  const file = openShopFile(join(folder, `${id}.sqlite`), { mustExist: false })
  const { db } = file
  writeSettings(db, {
    rates: { messagesPerMinuteVisitor: 100_000, commandsPerMinuteVisitor: 100_000 },
  })
  const { publisher, rooms } = memoryRoomsPublisher(db, Date.now)
  const live = createLiveAnswers((error) => {
    throw error
  })
  const shop: OpenShop = { id, db, publish: publisher, live }
  const answerer = scriptedAnswerer()
  const test = testPlatform({
    shops: { find: (name) => (name === id ? shop : undefined) },
    answerer,
    now: Date.now,
    steadyNow: Date.now,
    newId,
  })
  return {
    test,
    request: (url, init) => test.app.request(url, init),
    listen: (claims) => rooms.connect(claims),
    async turnOf(text) {
      for (;;) {
        const turn = await answerer.next()
        if (turn.question.text === text) return turn
      }
    },
    idle: live.idle,
    async finish() {
      await publisher.stop()
      return readStoredShop(id, db)
    },
    close() {
      test.close()
      file.close()
      rmSync(folder, { recursive: true })
    },
  }
}
