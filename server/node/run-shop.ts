import type { Answerer } from '../answers/answerer.ts'
import { createLiveAnswers } from '../conversations/answering/live-answers.ts'
import { recoverShop } from '../conversations/answering/recover-shop.ts'
import { eventFromRow } from '../conversations/log/event-row.ts'
import { summaryOf } from '../conversations/reading/summary.ts'
import type { Clock } from '../core/clock.ts'
import type { Log } from '../core/log.ts'
import type { NewId } from '../core/new-id.ts'
import { createPartykitPublisher, type PartykitRooms } from '../rooms/partykit-publisher.ts'
import type { RunningShop } from './open-shops.ts'
import { findShopFile } from './shop-files.ts'

/** Opens a shop's file, and makes good what a stop left open in it: unpublished events, owed answers. */
export function runShop(
  id: string,
  parts: {
    dataDir: string
    rooms: PartykitRooms
    recoveryAnswerer: Answerer
    now: Clock
    newId: NewId
    log: Log
  },
): RunningShop | undefined {
  const file = findShopFile(parts.dataDir, id)
  if (!file) return undefined
  const { db } = file
  const { now, newId, log } = parts
  const publish = createPartykitPublisher(parts.rooms, {
    shopId: id,
    db,
    eventFromRow,
    summaryOf,
    now,
    log,
  })
  const live = createLiveAnswers((error) =>
    log.error('answer_failed', {
      shop: id,
      reason: error instanceof Error ? error.name : 'unknown',
    }),
  )
  publish.republish()
  recoverShop({
    shop: { id },
    db,
    actor: { kind: 'system' },
    now,
    newId,
    publish,
    answerer: parts.recoveryAnswerer,
    live,
    log,
  })
  return { shop: { id, db, publish, live }, file }
}
