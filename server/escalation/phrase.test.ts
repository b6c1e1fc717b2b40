import { expect, test } from 'vitest'
import { clausesOf } from './clauses-of.ts'
import { correctSpelling, isSlip } from './correct-spelling.ts'
import { beginnings, parsePhrase, phraseEnds, wordSet } from './phrase.ts'

const sets = { person: wordSet('human person'), bot: wordSet('bot robot') }

function found(phrase: string, text: string): boolean {
  const parsed = parsePhrase(phrase, sets)
  return clausesOf(text).some((clause) =>
    clause.some((_, start) => phraseEnds(parsed, clause, start).length > 0),
  )
}

test.each([
  ['talk to {person}', 'please talk to human now', true],
  ['talk to {person}', 'talk to a human', false],
  ['talk to a|an? {person}', 'talk to a human', true],
  ['talk to ..2 {person}', 'talk to a very person', true],
  ['talk to ..2 {person}', 'talk to a very nice person', false],
  ['talk to ..2 {person}', 'talk to me. A person', false],
  ['talk to !{bot}', 'talk to bot', false],
  ['talk to !{bot}', 'talk to marta', true],
  ['talk to !{bot}', 'talk to', false],
  ['^ {person} $', 'human', true],
  ['^ {person} $', 'a human', false],
])('"%s" in "%s": %s', (phrase, text, expected) => {
  expect(found(phrase, text)).toBe(expected)
})

test('a phrase that names a set which is not there, or begins with just any word, is refused', () => {
  expect(() => parsePhrase('talk to {nobody}', sets)).toThrow('nobody')
  expect(() => beginnings(parsePhrase('..2 {person}', sets))).toThrow('a word of its own')
})

test.each([
  ['talk to {person}', ['talk']],
  ['please? talk', ['please', 'talk']],
  ['^ {person} $', ['^ human', '^ person']],
  ['^ no? {bot} $', ['^ bot', '^ no', '^ robot']],
  ['^ ..2 {person}', ['^ ']],
  ['^ !{bot} person', ['^ ']],
])('"%s" is found by %j', (phrase, keys) => {
  expect(Array.from(beginnings(parsePhrase(phrase, sets))).sort()).toEqual(keys)
})

test('text is cut into clauses at punctuation, without case, accents and apostrophes', () => {
  expect(clausesOf('No, DON’T.\n¿Está aquí? – yes')).toEqual([
    ['^', 'no', '$'],
    ['^', 'dont', '$'],
    ['^', 'esta', 'aqui', '$'],
    ['^', 'yes', '$'],
  ])
  expect(clausesOf('?!')).toEqual([])
})

test.each([
  ['tlak', 'talk', true],
  ['talkk', 'talk', true],
  ['tall', 'talk', false],
  ['walk', 'talk', false],
  ['humna', 'human', true],
  ['hman', 'human', true],
  ['humann', 'human', true],
  ['hunan', 'human', true],
  ['eprson', 'person', true],
  ['woman', 'human', false],
  ['representitive', 'representative', true],
  ['agenda', 'agent', false],
])('"%s" for "%s" is a slip: %s', (word, meant, expected) => {
  expect(isSlip(word, meant)).toBe(expected)
})

test('a word that means something else is not corrected', () => {
  expect(correctSpelling(['arent', 'aegnt'], wordSet('agent'), wordSet('arent'))).toEqual([
    'arent',
    'agent',
  ])
})
