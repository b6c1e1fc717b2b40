import { germanNumber, NUMBER_WORDS, ORDINALS, SHARES } from './number-words.ts'

/** `length` counts the tokens that the number takes. */
export type ReadNumber = { value: number; length: number }

const ARTICLES = new Set(['a', 'one', 'ein', 'einen', 'einem', 'un', 'une', 'una', 'el', 'le'])
const LATE_SHARES = new Map([
  ['tiers', 3],
  ['cuarto', 4],
])
const TIMES = new Map(
  ['hundred', 'hundert', 'thousand', 'tausend', 'mille', 'mil', 'million', 'millions', 'millionen']
    .map((word) => [word, NUMBER_WORDS.get(word) ?? 1] as const)
    .concat([['k', 1000]]),
)

/** The number that begins at a token: figures, a fraction, or the words of en, de, fr and es. */
export function numberAt(tokens: readonly string[], at: number): ReadNumber | undefined {
  const token = tokens[at] ?? ''
  if (/^\d/.test(token)) return figuresAt(tokens, at, token)
  const share = shareAt(tokens, at)
  return share === undefined ? wordsAt(tokens, at) : { value: round(share), length: 1 }
}

function figuresAt(tokens: readonly string[], at: number, token: string): ReadNumber | undefined {
  const value = figures(token)
  if (value === undefined) return undefined
  const below = tokens[at + 1] === '/' ? figures(tokens[at + 2] ?? '') : undefined
  if (below) return { value: round(value / below), length: 3 }
  const times = TIMES.get(tokens[at + 1] ?? '')
  return times ? { value: value * times, length: 2 } : { value, length: 1 }
}

/** `1,234.50` and `1.234,50` are the same; three figures behind the last mark are thousands. */
function figures(token: string): number | undefined {
  if (!/^\d[\d.,']*$/.test(token)) return undefined
  const marks = token.replace(/\d/g, '')
  const last = Math.max(token.lastIndexOf('.'), token.lastIndexOf(','))
  const decimals = last < 0 ? '' : token.slice(last + 1)
  const isDecimal = last >= 0 && (decimals.length !== 3 || new Set(marks).size > 1)
  const whole = (isDecimal ? token.slice(0, last) : token).replace(/\D/g, '')
  const number = Number(isDecimal ? `${whole}.${decimals}` : whole)
  return Number.isFinite(number) ? number : undefined
}

/** `a third`, `ein Drittel`, `two fifths`; the third of December is none. */
function shareAt(tokens: readonly string[], at: number): number | undefined {
  const token = tokens[at] ?? ''
  const parts = ORDINALS.get(token) ?? LATE_SHARES.get(token)
  if (parts === undefined || parts < 3) return undefined
  const isShare = SHARES.has(token) || ARTICLES.has(tokens[at - 1] ?? '')
  return isShare ? 1 / parts : undefined
}

/** `two hundred and fifty`, `quatre-vingt-dix`, `treinta y cinco`, `thirty-first`. */
function wordsAt(tokens: readonly string[], at: number): ReadNumber | undefined {
  let sum: Sum | undefined
  let end = at
  for (let next = at; next < at + 16; ) {
    const word = tokens[next] ?? ''
    const ordinal = ORDINALS.get(word)
    const value = ordinal ?? germanNumber(word)
    if (value === undefined || (!sum && ordinal !== undefined && ordinal < 3)) break
    const link = next > end ? (tokens[next - 1] ?? '') : ''
    const more = sum ? joined(sum, value, word, link) : begun(value)
    if (!more) break
    sum = more
    end = next + 1
    if (ordinal !== undefined) break
    next = LINKS.has(tokens[end] ?? '') ? end + 1 : end
  }
  return sum && { value: sum.thousands + sum.rest, length: end - at }
}

/** What was said so far: whole thousands, and what is below them. */
type Sum = { thousands: number; rest: number }

const LINKS = new Set(['-', 'and', 'et', 'y'])

function begun(value: number): Sum {
  return value >= 1000 ? { thousands: value, rest: 0 } : { thousands: 0, rest: value }
}

function joined(
  { thousands, rest }: Sum,
  value: number,
  word: string,
  link: string,
): Sum | undefined {
  if (value >= 1000) {
    return rest >= 1 && thousands === 0 ? { thousands: rest * value, rest: 0 } : undefined
  }
  if (value === 100) {
    const most = /^cents?$/.test(word) ? 9 : 99
    return rest >= 1 && rest <= most ? { thousands, rest: rest * 100 } : undefined
  }
  if (rest === 4 && /^vingts?$/.test(word)) return { thousands, rest: 80 }
  const isNext = link === 'and' ? rest % 100 === 0 : goesOn(rest, value, link)
  const isLower = rest === 0 ? thousands > 0 && value >= 1 : rest >= 1 && value >= 1
  return isNext && isLower ? { thousands, rest: rest + value } : undefined
}

/** Whether `value` can be said right behind `rest` as one number: units behind tens, anything behind hundreds. */
function goesOn(rest: number, value: number, link: string): boolean {
  const tens = rest % 100
  if (tens === 0) return value < 100 || rest === 0
  if (tens % 10 !== 0) return false
  if (tens === 10) return link === '-' && value >= 7 && value <= 9
  const most = tens === 60 || tens === 80 ? 19 : 9
  return value <= most && (link !== 'y' || value <= 9)
}

/** Thirds are the same however they were worked out. */
function round(value: number): number {
  return Number(value.toFixed(4))
}
