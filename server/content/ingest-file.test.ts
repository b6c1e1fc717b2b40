import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, it, onTestFinished } from 'vitest'
import { newId } from '../core/new-id.ts'
import type { Database } from '../db/database.ts'
import { passages, versions } from '../db/schema.ts'
import { searchContent } from '../search/search-content.ts'
import { openTestDatabase } from '../testing/open-test-database.ts'
import { findItem } from './find-item.ts'
import { findPassage } from './find-passage.ts'
import { type IngestReport, ingestFile } from './ingest-file.ts'

const encoder = new TextEncoder()

function ingest(db: Database, name: string, content: string | Uint8Array): IngestReport {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content
  return ingestFile(
    { db, newId, now: () => 1000 },
    { name, bytes, siteUrl: 'https://shop.example' },
  )
}

const STOCK =
  'code,title,era,status,price,currency\nA1,Wool coat,1950s,available,120,GBP\nA2,Straw hat,1920s,sold,40,GBP\n'
const PAGE =
  '# Post\n\n## Germany\n\nPost to Germany costs £14.\n\n## Ireland\n\nIt takes four days.\n'

const contentVersion = (db: Database) => db.select().from(versions).get()?.version ?? 0
const idsByText = (db: Database) =>
  new Map(
    db
      .select()
      .from(passages)
      .all()
      .map(({ text, id }) => [text, id]),
  )
const found = (db: Database, text: string) =>
  searchContent(db, { text }).results.map(({ title }) => title)
/** Throws where the index and its own structure disagree. */
const checkIndex = (db: Database) =>
  db.run(sql`INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)`)
const indexedRows = (db: Database) =>
  db.values<[number]>(sql`SELECT count(*) FROM search_index`)[0]?.[0]

describe('a first time', () => {
  it('makes each row an item and a passage that names it', () => {
    const db = openTestDatabase()
    expect(ingest(db, 'stock.csv', STOCK)).toEqual({
      source: 'stock.csv',
      kind: 'items',
      rowsTaken: 2,
      refused: [],
      unknownColumns: [],
      missingColumns: [],
    })
    expect(findItem(db, 'A1')).toMatchObject({ title: 'Wool coat', price: 120 })
    const best = searchContent(db, { text: 'wool coat' }).results[0]
    expect(best).toMatchObject({ itemCode: 'A1', kind: 'item', source: 'stock.csv' })
    const passage = best && findPassage(db, best.passageId)
    expect(passage?.text).toBe('Wool coat\nPrice: £120\nStatus: available\nCode: A1\nEra: 1950s')
  })

  it('makes each section a passage with its place', () => {
    const db = openTestDatabase()
    const report = ingest(db, 'post.md', PAGE)
    expect(report).toMatchObject({ kind: 'text', passagesTaken: 2 })
    const best = searchContent(db, { text: 'post to germany' }).results[0]
    expect(best && findPassage(db, best.passageId)).toMatchObject({
      title: 'Germany',
      place: ['Post', 'Germany'],
      source: 'post.md',
      text: 'Post to Germany costs £14.',
    })
  })
})

it('says which columns it does not know, and which of status and price are not there', () => {
  const german = 'code;title;Preis;Verfügbarkeit;Größe;Fach\nA1;Mantel;60;verkauft;M;7\n'
  expect(ingest(openTestDatabase(), 'a.csv', german)).toMatchObject({
    unknownColumns: ['Fach'],
    missingColumns: [],
  })
  expect(ingest(openTestDatabase(), 'a.csv', 'code,title,Stauts\nA1,Coat,sold\n')).toMatchObject({
    unknownColumns: ['Stauts'],
    missingColumns: ['status', 'price'],
  })
})

describe('again', () => {
  it('changes nothing, its version included, where the file says the same', () => {
    const db = openTestDatabase()
    ingest(db, 'stock.csv', STOCK)
    const version = contentVersion(db)
    expect(ingest(db, 'stock.csv', STOCK)).toMatchObject({ rowsTaken: 2, unchanged: true })
    expect(contentVersion(db)).toBe(version)
  })

  it('keeps the id of each passage whose text stands, and raises the version', () => {
    const db = openTestDatabase()
    ingest(db, 'post.md', PAGE)
    const before = idsByText(db)
    const version = contentVersion(db)
    ingest(
      db,
      'post.md',
      PAGE.replace('£14', '£15').replace('## Germany', '## Before\n\nNew.\n\n## Germany'),
    )
    const after = idsByText(db)
    expect(after.get('It takes four days.')).toBe(before.get('It takes four days.'))
    expect(after.get('Post to Germany costs £15.')).not.toBe(
      before.get('Post to Germany costs £14.'),
    )
    expect(contentVersion(db)).toBe(version + 1)
  })

  it('takes what is gone out of items, passages and index', () => {
    const db = openTestDatabase()
    ingest(db, 'stock.csv', STOCK)
    const hat = searchContent(db, { text: 'straw hat' }).results[0]
    ingest(db, 'stock.csv', STOCK.replace(/A2.*\n/, ''))
    expect(findItem(db, 'A2')).toBeUndefined()
    expect(hat && findPassage(db, hat.passageId)).toBeUndefined()
    expect(found(db, 'straw hat')).toEqual([])
    expect(indexedRows(db)).toBe(1)
    checkIndex(db)
  })

  it('moves a row that is sold to a new passage and keeps the others', () => {
    const db = openTestDatabase()
    ingest(db, 'stock.csv', STOCK)
    const before = idsByText(db)
    ingest(db, 'stock.csv', STOCK.replace('available', 'sold'))
    const kept = Array.from(idsByText(db).values()).filter((id) =>
      Array.from(before.values()).includes(id),
    )
    expect(kept).toHaveLength(1)
    expect(findItem(db, 'A1')?.status).toBe('sold')
    checkIndex(db)
  })

  it('finds a page by its new title', () => {
    const db = openTestDatabase()
    ingest(db, 'page.md', '# Zebra\n\nSome text.\n')
    ingest(db, 'page.md', '# Giraffe\n\nSome text.\n')
    expect([found(db, 'zebra'), found(db, 'giraffe')]).toEqual([[], ['Giraffe']])
  })
})

describe('a file that cannot be used', () => {
  it.each([
    ['stock.csv', '', 'file_empty'],
    ['stock.csv', 'name,price\nx,1\n', 'header_missing'],
    ['stock.csv', 'code,title\n', 'no_rows'],
    ['stock.csv', 'code,title\n,x\n', 'code_missing'],
    ['stock.csv', new Uint8Array([0xff, 0xfe, 0x63, 0x00]), 'not_utf8'],
    ['stock.csv', new Uint8Array([0x63, 0xe9, 0x2c]), 'not_utf8'],
    ['stock.xlsx', 'x', 'kind_unknown'],
  ])('%s with %j changes nothing: %s', (name, content, reason) => {
    const db = openTestDatabase()
    ingest(db, 'stock.csv', STOCK)
    const version = contentVersion(db)
    expect(ingest(db, name, content)).toMatchObject({
      unusable: true,
      refused: [{ line: 1 + Number(reason === 'code_missing'), reason }],
    })
    expect(contentVersion(db)).toBe(version)
    expect(findItem(db, 'A1')).toBeDefined()
  })

  it('whose every code belongs to another file changes nothing either', () => {
    const db = openTestDatabase()
    ingest(db, 'stock.csv', STOCK)
    ingest(db, 'more.csv', 'code,title\nB1,Belt\n')
    const report = ingest(db, 'more.csv', 'code,title\nA1,Coat\n')
    expect(report).toMatchObject({ unusable: true, refused: [{ reason: 'code_in_other_file' }] })
    expect(findItem(db, 'B1')?.title).toBe('Belt')
  })

  it('may begin with a byte order mark', () => {
    expect(ingest(openTestDatabase(), 'stock.csv', `\ufeff${STOCK}`)).toMatchObject({
      rowsTaken: 2,
    })
  })
})

it('refuses a code that another file brought, and takes it once that file lets go', () => {
  const db = openTestDatabase()
  ingest(db, 'stock.csv', STOCK)
  const other = 'code,title\nA1,Another coat\nB1,Belt\n'
  expect(ingest(db, 'more.csv', other)).toMatchObject({
    rowsTaken: 1,
    refused: [{ line: 2, reason: 'code_in_other_file' }],
  })
  expect(findItem(db, 'A1')?.title).toBe('Wool coat')
  ingest(db, 'stock.csv', STOCK.replace(/A1.*\n/, ''))
  expect(ingest(db, 'more.csv', other)).toMatchObject({ rowsTaken: 2, refused: [] })
})

describe('beside a running server', () => {
  function openTwice(): [Database, Database, string] {
    const folder = mkdtempSync(join(tmpdir(), 'ingest-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'shop.sqlite')
    return [openTestDatabase(file), openTestDatabase(file), file]
  }

  it('is seen by another connection at its next search', () => {
    const [server, cli] = openTwice()
    ingest(cli, 'stock.csv', STOCK)
    expect(found(server, 'straw hat')).toEqual(['Straw hat'])
    ingest(cli, 'stock.csv', STOCK.replace('Straw hat', 'Felt hat'))
    expect(found(server, 'straw hat')).toEqual(['Felt hat'])
  })

  it('takes the words of withdrawn text out of the file', () => {
    const [server, cli, file] = openTwice()
    ingest(cli, 'post.md', `${PAGE}\n## Secret\n\nThe word is xyzzyplugh.\n`)
    ingest(cli, 'post.md', PAGE)
    server.values(sql`PRAGMA wal_checkpoint(TRUNCATE)`)
    expect(readFileSync(file).includes('xyzzyplugh')).toBe(false)
  })
})

it('takes two thousand rows', () => {
  const db = openTestDatabase()
  const rows = Array.from({ length: 2000 }, (_, at) => `C${at},Piece ${at} of cloth,${at % 90},GBP`)
  expect(ingest(db, 'many.csv', `code,title,price,currency\n${rows.join('\n')}`)).toMatchObject({
    rowsTaken: 2000,
  })
  expect(searchContent(db, { text: 'piece 1711' }).results[0]?.itemCode).toBe('C1711')
})
