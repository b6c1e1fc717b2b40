import { expect, test } from 'vitest'
import { formatPrice } from './format-price.ts'
import { dayName, shortAgo } from './format-time.ts'
import { mailLink } from './mail-link.ts'
import { plainText } from './plain-text.ts'
import { joinNames, visitorName } from './words.ts'

test('an answer in one line has neither marks nor emphasis', () => {
  expect(plainText('It is **58 cm** wide.[1] See\n- the [guide](https://x.example/a)[2].')).toBe(
    'It is 58 cm wide. See the guide.',
  )
  expect(plainText('<b>not bold</b>')).toBe('<b>not bold</b>')
})

test('a price shows pence only where there are some, and no currency breaks it', () => {
  expect(formatPrice(165, 'GBP')).toMatch(/165$/)
  expect(formatPrice(165.5, 'GBP')).toMatch(/165[.,]50$/)
  expect(formatPrice(12, 'pounds')).toBe('12 pounds')
  expect(formatPrice(12, undefined)).toBe('12')
})

test('times are as long as a row has room for', () => {
  const now = new Date(2026, 4, 20, 15, 0).getTime()
  expect(shortAgo(now - 20_000, now)).toBe('now')
  expect(shortAgo(now - 21 * 60_000, now)).toBe('21 min')
  expect(shortAgo(now - 3 * 3_600_000, now)).toBe('3 h')
  expect(dayName(now, now)).toBe('Today')
  expect(dayName(now - 24 * 3_600_000, now)).toBe('Yesterday')
})

test('a mail link holds an address and nothing else', () => {
  expect(mailLink('hanna@lindqvist.example')).toBe('mailto:hanna@lindqvist.example')
  expect(mailLink('a?cc=b@c.example?bcc=d')).toBe('mailto:a%3Fcc%3Db@c.example%3Fbcc%3Dd')
})

test('names', () => {
  expect(joinNames(['Marta'])).toBe('Marta')
  expect(joinNames(['Marta', 'Ivo', 'Sanne'])).toBe('Marta, Ivo and Sanne')
  expect(visitorName({ visitorLabel: '7K2Q' })).toBe('Visitor 7K2Q')
  expect(visitorName({ visitorLabel: '7K2Q', email: 'h@l.example' })).toBe('h@l.example')
})
