import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../../protocol/language.ts'
import { asksForPerson } from './asks-for-person.ts'
import { asksWhetherPerson } from './asks-whether-person.ts'
import { declines } from './declines.ts'
import { escalationSignals } from './escalation-signals.ts'

/** The lines of a language's examples by their heading. */
function examples(language: Language): Record<string, string[]> {
  const file = new URL(`phrases/${language}.examples.txt`, import.meta.url)
  const sections = readFileSync(file, 'utf8').split(/^# /m).slice(1)
  return Object.fromEntries(
    sections.map((section) => {
      const [heading = '', ...lines] = section.trim().split('\n')
      return [heading, lines.filter((line) => line !== '')]
    }),
  )
}

/** Lines of one section that `reads` judges otherwise than `expected`. */
function misread(
  language: Language,
  heading: string,
  reads: (line: string, language: Language) => boolean,
  expected: boolean,
) {
  const lines = examples(language)[heading] ?? []
  expect(lines.length).toBeGreaterThan(3)
  return lines.filter((line) => reads(line, language) !== expected)
}

describe.each(LANGUAGES)('in %s', (language) => {
  test('a wish for a person is heard', () => {
    expect(misread(language, 'asks', asksForPerson, true)).toEqual([])
  })

  test('a question about who answers here is no wish for a person', () => {
    expect(misread(language, 'asks who answers here', asksWhetherPerson, true)).toEqual([])
    expect(misread(language, 'asks who answers here', asksForPerson, false)).toEqual([])
  })

  test('who wants nobody is not handed off, and turns an offer down', () => {
    expect(misread(language, 'wants nobody', asksForPerson, false)).toEqual([])
    expect(misread(language, 'wants nobody', declines, true)).toEqual([])
  })

  test('a shop question with such a word in it stays a shop question, whatever the language', () => {
    for (const spoken of LANGUAGES) {
      expect(
        misread(spoken, 'asks the shop', (line) => asksForPerson(line, language), false),
      ).toEqual([])
    }
  })

  test('an offer is declined by a no, and by nothing else', () => {
    expect(misread(language, 'declines an offer', declines, true)).toEqual([])
    expect(misread(language, 'does not decline an offer', declines, false)).toEqual([])
    expect(misread(language, 'asks', declines, false)).toEqual([])
  })
})

test('English is understood in a German conversation, and slips only in its own language', () => {
  expect(asksForPerson('I want to talk to a human', 'de')).toBe(true)
  expect(asksForPerson('I want to tlak to a humna', 'en')).toBe(true)
  expect(asksForPerson('ich will mit einem mitarbeitr sprechen', 'de')).toBe(true)
  expect(asksForPerson('ich will mit einem mitarbeitr sprechen', 'en')).toBe(false)
})

test('case, accents, drawn-out letters, full-width letters and invisible ones change nothing', () => {
  for (const text of [
    'TALK TO A HUMAN',
    'talk to a humaaaaan!!!',
    'ｔａｌｋ to a human',
    'talk to a hu\u200bman',
    'tálk to a hûman',
  ]) {
    expect(asksForPerson(text, 'en')).toBe(true)
  }
})

test('a wish beside a question about who answers is a wish', () => {
  expect(escalationSignals('Are you a bot? Get me a person', 'en')).toEqual({
    asksForPerson: true,
    declines: false,
    signals: ['asks_for_person', 'asks_whether_person'],
  })
  expect(escalationSignals('no thanks', 'en').signals).toEqual(['declines'])
})

test('any text is read without a throw, and never as both a wish and a decline', () => {
  const words = fc.constantFrom(
    'no',
    'I',
    'want',
    'a',
    'person',
    'talk to',
    "don't",
    '?',
    '!!',
    'é',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(words).map((w) => w.join(' ')),
  )
  fc.assert(
    fc.property(texts, fc.constantFrom(...LANGUAGES), (text, language) => {
      const { asksForPerson: asks, declines: turnsDown } = escalationSignals(text, language)
      expect(asks && turnsDown).toBe(false)
    }),
  )
})
