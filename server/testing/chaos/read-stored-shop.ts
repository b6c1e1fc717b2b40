import { asc, sql } from 'drizzle-orm'
import * as v from 'valibot'
import type { ShopId } from '../../../protocol/ids.ts'
import { eventFromRow } from '../../conversations/log/event-row.ts'
import { listOwedAnswers } from '../../conversations/log/store.ts'
import type { Database } from '../../db/database.ts'
import { conversations, events, readMarks, teammates } from '../../db/schema.ts'
import { findShopFile } from '../../node/shop-files.ts'
import type { StoredLog, StoredShop } from './stored-shop.ts'

/** Everything that the checks want to know of a shop's file. */
export function readStoredShop(shop: ShopId, db: Database): StoredShop {
  return { ...readLog(shop, db), complaints: complaintsOf(db) }
}

/** The same without the checks of the file itself, which take their time. */
export function readLog(shop: ShopId, db: Database): StoredLog {
  return {
    shop,
    conversations: db.select().from(conversations).all(),
    events: db
      .select()
      .from(events)
      .orderBy(asc(events.conversationId), asc(events.seq))
      .all()
      .map(eventFromRow),
    owed: listOwedAnswers(db),
    readMarks: db.select().from(readMarks).all(),
    teammates: db.select({ id: teammates.id, role: teammates.role }).from(teammates).all(),
  }
}

/** Reads the files of a data folder, beside whatever server runs on it. */
export function readShops<T>(
  dataDir: string,
  ids: ShopId[],
  read: (shop: ShopId, db: Database) => T,
): T[] {
  return ids.map((shop) => {
    const file = findShopFile(dataDir, shop)
    if (!file) throw new Error(`the shop ${shop} is gone`)
    try {
      return read(shop, file.db)
    } finally {
      file.close()
    }
  })
}

const Complaints = v.array(v.object({ integrity_check: v.string() }))

function complaintsOf(db: Database): string[] {
  const file = v
    .parse(Complaints, db.all(sql`PRAGMA integrity_check`))
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
  try {
    db.run(sql`INSERT INTO search_index(search_index) VALUES ('integrity-check')`)
    return file
  } catch (error) {
    return [...file, `search index: ${String(error)}`]
  }
}
