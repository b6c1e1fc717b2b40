import { numberAt } from './claims/number-at.ts'
import { tokensOf } from './claims/tokens-of.ts'
import { isPercent, PERIODS } from './claims/units.ts'
import { knownWordClaims, wordClaims } from './claims/word-claims.ts'
import { claimsAt } from './read-claims.ts'

/**
 * Everything that a model may say only after a source: the claims of `readClaims`, every number whatever
 * it counts (`number 14`), and the words of `wordClaims`. One, which may be an article, is no number, nor is
 * a word that has another meaning in one of the four languages, unless a unit stands behind it.
 */
export function readPromises(text: string): Set<string> {
  const tokens = tokensOf(text)
  const promises = new Set<string>()
  for (let at = 0; at < tokens.length; ) {
    const { claims, length } = claimsAt(tokens, at)
    for (const claim of [...claims, ...numberClaim(tokens, at, claims)]) promises.add(claim)
    const period = AN.has(tokens[at] ?? '') ? PERIODS.get(tokens[at + 1] ?? '') : undefined
    if (period !== undefined) promises.add(`period 1 ${period}`)
    at += length
  }
  for (const claim of wordClaims(text, tokens)) promises.add(claim)
  return promises
}

/**
 * What a source lets a model say: what `readPromises` finds in it, and the same said otherwise: each part of
 * a number, one of a period that it names, days of its weeks.
 */
export function knownPromises(source: string): Set<string> {
  const tokens = tokensOf(source)
  const known = new Set([...readPromises(source), ...knownWordClaims(source, tokens)])
  tokens.forEach((token, at) => {
    for (const read of [numberAt(tokens, at), numberAt([token], 0)]) {
      if (read) known.add(`number ${read.value}`)
    }
    const period = PERIODS.get(token)
    if (period !== undefined && token !== 'an') known.add(`period 1 ${period}`)
    const [, day, month] = /^(\d{1,2})\.(\d{1,2})\.(?:\d{4}|\d\d)$/.exec(token) ?? []
    if (day !== undefined) known.add(`number ${Number(day)}`).add(`month ${Number(month)}`)
  })
  for (const claim of [...known]) for (const same of sameAs(claim)) known.add(same)
  return known
}

const AN = new Set(['a', 'an'])
const SAYS_MORE = /^(?:period|year) /
const ARTICLES = new Set('one ein eine einen einem einer eines un une una uno'.split(' '))
/** Numbers in one language, common words in another: only what follows tells, and `readClaims` reads that. */
const DOUBTFUL = new Set('once neuf dos tres elf null sept mil'.split(' '))

/** A period and a date in figures say more than their number, so the number makes no claim beside them. */
function numberClaim(tokens: readonly string[], at: number, claims: readonly string[]): string[] {
  const token = tokens[at] ?? ''
  const number = numberAt(tokens, at)
  if (!number) return /^\p{N}/u.test(token) ? [`number ${token}`] : []
  if (number.length === 1 && (ARTICLES.has(token) || DOUBTFUL.has(token))) return []
  // The hundred of `per cent`.
  if (isPercent(tokens, at - 1) || claims.some((claim) => SAYS_MORE.test(claim))) return []
  return [`number ${number.value}`]
}

/** Weeks in days and days in weeks: what is a fortnight in one language is two weeks in the next. */
function sameAs(claim: string): string[] {
  const [kind, count = '', unit] = claim.split(' ')
  if (kind !== 'period') return []
  const days = unit === 'week' ? Number(count) * 7 : Number(count) / 7
  if (!Number.isInteger(days) || (unit !== 'week' && unit !== 'day')) return []
  return [`period ${days} ${unit === 'week' ? 'day' : 'week'}`]
}
