import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../protocol/language.ts'
import { versions } from '../db/schema.ts'
import { openTestDatabase } from '../testing/open-test-database.ts'
import { createShop } from './create-shop.ts'
import { readSettings } from './read-settings.ts'
import { Origin, ShopSettings } from './settings.ts'
import { writeSettings } from './write-settings.ts'

it('has a default for everything that a shop does not set', () => {
  const settings = readSettings(openTestDatabase())
  expect(settings).toMatchObject({
    language: 'en',
    origins: [],
    theme: { scheme: 'auto' },
    rates: {
      messagesPerMinuteVisitor: 20,
      commandsPerMinuteVisitor: 60,
      newConversationsPerMinuteAddress: 10,
      requestsPerMinuteAddress: 300,
    },
    conditionGuide: 'condition-guide',
  })
})

it('suggests each question in every language', () => {
  const { general, item } = v.parse(ShopSettings, {}).suggestedQuestions
  for (const question of [...general, ...item]) expect(Object.keys(question)).toEqual(LANGUAGES)
})

it('changes what it is given and keeps the rest; raises the version', () => {
  const db = openTestDatabase()
  createShop(db, { name: 'Marlow', origins: ['https://marlow.example/shop?x=1'] })
  writeSettings(db, { language: 'de' })
  const [before] = db.select().from(versions).all()
  writeSettings(db, { rates: { messagesPerMinuteVisitor: 5 } })
  expect(readSettings(db)).toMatchObject({
    name: 'Marlow',
    language: 'de',
    origins: ['https://marlow.example'],
    rates: { messagesPerMinuteVisitor: 5, requestsPerMinuteAddress: 300 },
  })
  expect(before).toEqual({ name: 'settings', version: 2 })
  expect(db.select().from(versions).all()).toEqual([{ name: 'settings', version: 3 }])
})

it('writes nothing that it could not read again', () => {
  const db = openTestDatabase()
  createShop(db, { name: 'Marlow', origins: [] })
  expect(() => writeSettings(db, { answerTokensPerDay: 0 })).toThrow()
  expect(() => writeSettings(db, { origins: ['https://marlow.example/'] })).toThrow()
  expect(() => writeSettings(db, { theme: { accent: 'red; x' } })).toThrow()
  expect(() => writeSettings(db, { privacyUrl: 'javascript:alert(1)' })).toThrow()
  expect(readSettings(db).name).toBe('Marlow')
})

describe('an origin', () => {
  it.each(['https://shop.example', 'http://localhost:8788', 'https://xn--shp-tna.example'])(
    'is %s',
    (text) => expect(v.is(Origin, text)).toBe(true),
  )
  it.each([
    'https://shop.example/',
    'https://SHOP.example',
    'https://shöp.example',
    '*',
    'null',
    '',
  ])('is not %j', (text) => expect(v.is(Origin, text)).toBe(false))
  it('is made of what a person would type', () => {
    const db = openTestDatabase()
    const origins = ['https://Shöp.example/', 'https://a.example:443', 'https://a.example/x']
    expect(createShop(db, { name: 'x', origins }).origins).toEqual([
      'https://xn--shp-tna.example',
      'https://a.example',
    ])
    for (const wrong of ['shop.example', 'ftp://shop.example', 'https://', 'javascript:1']) {
      expect(() => createShop(db, { name: 'x', origins: [wrong] })).toThrow('An origin looks like')
    }
  })
})
