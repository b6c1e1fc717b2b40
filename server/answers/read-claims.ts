import { numberAt, type ReadNumber } from './claims/number-at.ts'
import { tokensOf } from './claims/tokens-of.ts'
import { currencyOf, isPercent, MONTHS, PERIODS, WEEKDAYS } from './claims/units.ts'

/**
 * What an answer must not make up: money, percentages, dates, periods and codes, each in one spelling
 * (`£14`, `14 GBP` and `fourteen pounds` are all `money 14 gbp`).
 */
export function readClaims(text: string): Set<string> {
  const tokens = tokensOf(text)
  const claims = new Set<string>()
  for (let at = 0; at < tokens.length; ) {
    const read = claimsAt(tokens, at)
    for (const claim of read.claims) claims.add(claim)
    at += read.length
  }
  return claims
}

/** `length` counts the tokens that were read: those of a number or a date make no claims of their own. */
export type ReadClaims = { claims: string[]; length: number }

/** What is claimed by the number, date, code or weekday that begins at a token. */
export function claimsAt(tokens: readonly string[], at: number): ReadClaims {
  const token = tokens[at] ?? ''
  const one = (...claims: string[]) => ({ claims, length: 1 })
  const weekday = WEEKDAYS.get(token.replace(/s$/, '')) ?? WEEKDAYS.get(token)
  if (weekday !== undefined) return one(`weekday ${weekday}`)
  if (/^\p{L}+-?\p{N}+$/u.test(token)) return one(codeClaim(token))
  if (isPercent(tokens, at) && !endsNumber(tokens, at - 1)) {
    return one(`percent ${tokens[at - 1] ?? ''}`)
  }
  const date = numericDate(tokens, at)
  if (date) return date
  const number = numberAt(tokens, at)
  if (HALF_PRICE.has(`${token} ${tokens[at + 1]}`)) return one('percent 50')
  if (!number) return one(...signClaim(tokens, at))
  return { claims: numberClaims(tokens, at, number), length: number.length }
}

/** A sign of money beside what is no number, as in `£XX`. */
function signClaim(tokens: readonly string[], at: number): string[] {
  const isSign = /^\p{Sc}$/u.test(tokens[at] ?? '')
  const hasNumber = numberAt(tokens, at + 1) !== undefined || endsNumber(tokens, at - 1)
  return isSign && !hasNumber ? [`money ? ${currencyOf(tokens[at])}`] : []
}

/** `GBP20` is a sum. */
function codeClaim(token: string): string {
  const [, letters, figures] = /^(\p{L}+)-?(\p{N}+)$/u.exec(token) ?? []
  const currency = currencyOf(letters)
  return currency ? `money ${Number(figures)} ${currency}` : `code ${token.replace('-', '')}`
}

function endsNumber(tokens: readonly string[], at: number): boolean {
  return numberAt(tokens, at) !== undefined || numberAt(tokens, at - 1)?.length === 2
}

function numberClaims(
  tokens: readonly string[],
  at: number,
  { value, length }: ReadNumber,
): string[] {
  const end = at + length
  const claims: string[] = []
  const unitAt = skip(tokens, afterRange(tokens, end), BEFORE_UNIT)
  const currency =
    NAMED_SUMS.get(tokens[at] ?? '') ?? currencyOf(tokens[unitAt]) ?? currencyBefore(tokens, at)
  if (currency) claims.push(`money ${value} ${currency}`)
  if (isPercent(tokens, unitAt)) claims.push(`percent ${value}`)
  const period =
    NAMED_PERIODS.get(tokens[at] ?? '') ??
    PERIODS.get(tokens[skip(tokens, unitAt, BETWEEN_NUMBER_AND_PERIOD)] ?? '')
  if (period) claims.push(`period ${value} ${period}`)
  const month =
    MONTHS.get(tokens[skip(tokens, end, BETWEEN_DAY_AND_MONTH)] ?? '') ??
    (value <= 31 ? MONTHS.get(tokens[at - 1] ?? '') : undefined)
  if (month && value >= 1 && value <= 31) claims.push(`day ${value}.${month}`)
  if (claims.length === 0 && /^(?:1\d|20)\d\d$/.test(tokens[at] ?? '')) claims.push(`year ${value}`)
  return claims
}

/** In `5 to 8 days` the unit of 5 is that of 8. */
function afterRange(tokens: readonly string[], at: number): number {
  const to = RANGE.has(tokens[at] ?? '') ? numberAt(tokens, at + 1) : undefined
  return to ? at + 1 + to.length : at
}

function currencyBefore(tokens: readonly string[], at: number): string | undefined {
  const direct = currencyOf(tokens[at - 1])
  if (direct || !RANGE.has(tokens[at - 1] ?? '')) return direct
  return numberAt(tokens, at - 2) === undefined ? undefined : currencyOf(tokens[at - 3])
}

function skip(tokens: readonly string[], at: number, words: ReadonlySet<string>): number {
  let next = at
  while (next < at + 3 && words.has(tokens[next] ?? '')) next++
  return next
}

function numericDate(tokens: readonly string[], at: number): ReadClaims | undefined {
  const token = tokens[at] ?? ''
  const date = (day: number, month: number, year: string | number, length: number) => ({
    claims: [`day ${day}.${month}`, `year ${year}`],
    length,
  })
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)$/.exec(token)
  if (dotted) return date(Number(dotted[1]), Number(dotted[2]), dotted[3] ?? '', 1)
  const parts = [token, tokens[at + 2] ?? '', tokens[at + 4] ?? '']
  const separator = tokens[at + 1]
  if (separator !== tokens[at + 3] || !parts.every((part) => /^\d{1,4}$/.test(part))) return
  const [a = 0, b = 0, c = 0] = parts.map(Number)
  if (separator === '-' && token.length === 4) return date(c, b, a, 5)
  return separator === '/' ? date(a, b, c, 5) : undefined
}

/** Sums and periods that are one word; `numberAt` knows how much they are. */
const NAMED_SUMS = new Map(
  ['tenner', 'tenners', 'fiver', 'fivers'].map((word) => [word, 'gbp'] as const),
)
const NAMED_PERIODS = new Map(
  ['fortnight', 'fortnights', 'quinzaine', 'quincena'].map((word) => [word, 'day'] as const),
)
const BEFORE_UNIT = new Set(['(', '-'])
const HALF_PRICE = new Set([
  'half price',
  'half off',
  'halber preis',
  'halben preis',
  'moitie prix',
  'mitad de',
])
const RANGE = new Set([
  '-',
  '–',
  '—',
  'to',
  'and',
  'or',
  'bis',
  'und',
  'oder',
  'a',
  'et',
  'ou',
  'y',
  'o',
])
const BETWEEN_NUMBER_AND_PERIOD = new Set([
  'working',
  'business',
  'calendar',
  'full',
  'whole',
  'more',
  '-',
])
const BETWEEN_DAY_AND_MONTH = new Set(['.', 'th', 'st', 'nd', 'rd', 'of', 'de', 'er'])
