import { plainText } from './tokens-of.ts'
import { MONTHS, PERIODS } from './units.ts'

/**
 * What a model may not promise in words: that something is free, a day that is named without a date, a
 * discount code. `free`, `when tomorrow`, `month 12`, `when christmas`, `caps welcome`.
 */
export function wordClaims(text: string, tokens: readonly string[]): string[] {
  const joined = ` ${tokens.join(' ')} `
  return [
    ...(FREE.test(joined.replace(NOT_FREE, ' ')) ? ['free'] : []),
    ...tokens.flatMap((_, at) => whenClaims(tokens, at)),
    ...codeWords(text).map((word) => `caps ${word}`),
  ]
}

/** Of a note: everything that `wordClaims` may find in words that say the same. */
export function knownWordClaims(text: string, tokens: readonly string[]): string[] {
  const words = plainText(text)
    .toLowerCase()
    .match(/\p{L}+(?:-[\p{L}\p{N}]+)*/gu)
  return [
    ...(FREE.test(` ${tokens.join(' ')} `) ? ['free'] : []),
    ...tokens.flatMap((_, at) => whenClaims(tokens, at)),
    ...tokens.flatMap((token) => monthClaim(MONTHS.get(token))),
    ...(words ?? []).flatMap((word) => [word, ...word.split('-')]).map((word) => `caps ${word}`),
  ]
}

const FREE =
  / (?:free|gratis|complimentary|kostenlos\p{L}*|kostenfrei\p{L}*|umsonst|(?:versandkosten|porto|gebuhren)frei\p{L}*|gratuit(?:e|s|es|ement)?|offert(?:e|s|es)?|gratuit[oa]s?|for nothing|costs? (?:you )?nothing|no (?:extra )?(?:charge|cost)|on the house|sans frais|sin (?:coste|costo|gastos)) /u
/** Free of something that is no charge, feeling free, and whatever is said not to be. */
const NOT_FREE =
  / feel free (?=[^ ])| - free (?=[^ ])| free (?:of|from) (?!charge|cost|postage|shipping)| (?:not|never|no|t|nicht|keine?[nrs]?|pas|no es|no son) (?:free|gratis|complimentary|kostenlos\p{L}*|kostenfrei\p{L}*|gratuit(?:e|s|es)?|gratuit[oa]s?|offert(?:e|s|es)?) /gu

const DAYS = named({
  today: 'today tonight heute hui hoy',
  tomorrow: 'tomorrow morgen demain manana',
  'day after': 'ubermorgen',
  yesterday: 'yesterday gestern hier ayer',
  weekend: 'weekend weekends wochenende',
  life: 'lifetime lifelong lebenslang lebenslange lebenslanges',
  christmas: 'christmas xmas weihnachten heiligabend noel navidad',
  easter: 'easter ostern paques pascua',
  halloween: 'halloween',
  'new year': 'silvester neujahr',
})
const NEXT = new Set(
  'next this nachste nachsten nachster nachstes kommende kommenden diese dieser dieses diesen cette ce esta este proxima proximo'.split(
    ' ',
  ),
)
const NEXT_BEHIND = new Set(['prochain', 'prochaine', 'prochains', 'proxima', 'proximo'])
/** Months that are words of another kind too, and what says that they are meant. */
const DOUBTFUL_MONTHS = new Set(['may', 'march', 'mars', 'mar', 'sept', 'mai'])
const BEFORE_MONTH = new Set(
  'in by until till from since during of early late mid en fin debut avant im bis ab seit'.split(
    ' ',
  ),
)

function whenClaims(tokens: readonly string[], at: number): string[] {
  const token = tokens[at] ?? ''
  const day = DAYS.get(token)
  if (day !== undefined) return [`when ${day}`]
  const period = PERIODS.get(token)
  if (period !== undefined) {
    const isNext = NEXT.has(tokens[at - 1] ?? '') || NEXT_BEHIND.has(tokens[at + 1] ?? '')
    return isNext ? [`when next ${period}`] : []
  }
  const isMeant = !DOUBTFUL_MONTHS.has(token) || BEFORE_MONTH.has(tokens[at - 1] ?? '')
  return monthClaim(isMeant ? MONTHS.get(token) : undefined)
}

function monthClaim(month: string | undefined): string[] {
  return month === undefined ? [] : [`month ${month}`]
}

const CAPITALS = /(?<![\p{L}\p{N}])(?:\p{Lu}{4,}|\p{Lu}{2,}(?:-\p{Lu}{2,})+)(?![\p{L}\p{N}])/gu
const BEHIND_CODE =
  /(?<!\p{L})(?:code|coupon|voucher|gutschein|gutscheincode|rabattcode|codigo|cupon)["'“”„«: ]+(\p{L}{3,}(?:-\p{L}+)*)/gu
const NO_CODE = new Set(
  'the and for from with tag when that this des der die das und ist dans pour est del los las que para'.split(
    ' ',
  ),
)

/** Words that somebody could type at a till: in capitals, or behind the word code. */
function codeWords(text: string): string[] {
  const plain = plainText(text)
  const capitals = plain.match(CAPITALS) ?? []
  const codes = Array.from(plain.toLowerCase().matchAll(BEHIND_CODE), ([, word = '']) => word)
  return [
    ...capitals.map((word) => word.toLowerCase()),
    ...codes.filter((word) => !NO_CODE.has(word)),
  ]
}

function named(names: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(names).flatMap(([name, words]) =>
      words.split(' ').map((word) => [word, name] as const),
    ),
  )
}
