import * as v from 'valibot'
import { beforeAll, describe, expect, it } from 'vitest'
import { GiveEmail, SignIn } from '../protocol/api.ts'
import { LANGUAGES } from '../protocol/language.ts'
import { parseMarkup, safeUrl } from '../protocol/pure/parse-markup.ts'
import type { Question } from './answers/answerer.ts'
import { createExtractiveAnswerer } from './answers/extractive.ts'
import { ownLinks } from './answers/own-links.ts'
import { knownPromises, readPromises } from './answers/read-promises.ts'
import { ingestFile } from './content/ingest-file.ts'
import { readFile } from './content/read-file.ts'
import { newId } from './core/new-id.ts'
import type { Database } from './db/database.ts'
import { escalationSignals } from './escalation/escalation-signals.ts'
import { parseAddress } from './http/parse-address.ts'
import { openTestDatabase } from './testing/open-test-database.ts'
import { silentLog } from './testing/silent-log.ts'

/** What makes a parser look back, again and again: whoever is not linear in them hangs here, and the test with it. */
const PIECES = [
  '<',
  '<a ',
  '<!--',
  '<p hidden>',
  '<svg>',
  '</p',
  '<b ="',
  '[',
  '](',
  '[a](',
  '![',
  '[a][',
  '(',
  '*',
  '**',
  '_',
  '__a',
  '`',
  '~~',
  '\\',
  '&#',
  '&a',
  '> ',
  '- ',
  '1. ',
  '# ',
  '|',
  '|-',
  '\n',
  '\n\n',
  ' ',
  '\t',
  '\r',
  '"',
  '","',
  "'",
  ';',
  ',',
  '.',
  '. A',
  '!?',
  'a@',
  'a.',
  'http://',
  'https://a',
  '://',
  'mailto:',
  '£1',
  '1,',
  '1.',
  '%',
  '10 May ',
  '£1-',
  'e\u0301',
  '\u0335',
  '\u200b',
  '\u202e',
  'ß',
  'aa',
  'no ',
  'not a ',
  'person ',
  'talk to a ',
  'speak ',
  'ch',
  'größe',
  'wool ',
  'pit to pit ',
  '32x',
  '1/2',
  "l'",
  'and ',
  'W32 L34 ',
] as const

const long = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
/** As it is, and with an end that spoils whatever was matched so far. */
const both = (piece: string, length: number) => [long(piece, length), `${long(piece, length - 1)}!`]

describe('V6: kilobytes of any one thing are read', () => {
  it.each(PIECES)('%j as a page and as a stock list', (piece) => {
    for (const text of both(piece, 32 * 1024)) {
      const bytes = new TextEncoder().encode(text)
      expect(readFile({ name: 'page.md', bytes }).kind).toBe('text')
      expect(readFile({ name: 'stock.csv', bytes }).kind).toBe('items')
      const row = new TextEncoder().encode(`code,title\n1,"${text.replaceAll('"', '""')}"\n`)
      expect(readFile({ name: 'stock.csv', bytes: row }).kind).toBe('items')
    }
  })

  it.each(PIECES)('%j as an answer', (piece) => {
    for (const text of both(piece, 8 * 1024)) {
      expect(parseMarkup(text, text.length)).toBeDefined()
      expect(ownLinks(text, ['https://shop.example'])).toBeDefined()
      expect(readPromises(text)).toBeDefined()
      expect(knownPromises(text)).toBeDefined()
      expect(safeUrl(text)).toBeNull()
    }
  })

  it.each(PIECES)('%j as an e-mail and an address', (piece) => {
    for (const text of both(piece, 16 * 1024)) {
      const email = { clientId: 'slow-text', email: text }
      expect(v.is(GiveEmail, email)).toBe(false)
      expect(v.is(GiveEmail, { ...email, email: `a@${text}` })).toBe(false)
      expect(v.is(SignIn, { email: text, password: text })).toBe(false)
      expect(parseAddress(text)).toBeUndefined()
    }
  })
})

describe('V6: a whole message of any one thing is answered', () => {
  let db: Database
  beforeAll(() => {
    db = openTestDatabase()
    const page = PIECES.map((piece) => `## About ${piece}\n\n${long(piece, 500)} wool.\n`).join(
      '\n',
    )
    const stock = 'code,title,fabric\nMRL-1,Wool coat,wool\n'
    for (const [name, text] of Object.entries({ 'page.md': page, 'stock.csv': stock })) {
      ingestFile({ db, now: Date.now, newId }, { name, bytes: new TextEncoder().encode(text) })
    }
  })

  it.each(PIECES)('%j', async (piece) => {
    for (const text of both(piece, 4000)) {
      for (const language of [LANGUAGES[PIECES.indexOf(piece) % LANGUAGES.length] ?? 'en']) {
        expect(escalationSignals(text, language).signals).toBeDefined()
        const question: Question = { id: newId('msg'), text, language, history: [] }
        const signal = new AbortController().signal
        const answer = await createExtractiveAnswerer().answer(
          { db, log: silentLog, now: Date.now },
          { ...question, itemCode: 'MRL-1' },
          { delta() {}, dropped() {}, signal },
        )
        expect(answer.text.length).toBeGreaterThan(0)
      }
    }
  })
})
