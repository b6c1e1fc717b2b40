import type { AskWords } from './asks/ask-words.ts'
import { plain } from './read-asks.ts'

/** What a question limits a list to, and its words without that. */
export type ListFilters = { atLeast?: number; atMost?: number; size?: string; rest: string }

const AROUND_SHARE = 0.2
const CURRENCY = '(?:£|\\$|€|gbp|eur|usd)?\\s*'
const NUMBER = '(\\d{1,6}(?:[.,]\\d{1,2})?)(?![\\p{L}\\p{N}]|[.,]\\d)'
const CURRENCY_AFTER =
  '(?:\\s*(?:£|€|\\$|(?:gbp|eur|usd|quid|pounds?|euros?|pfund|livres|libras|dollars?)(?![\\p{L}])))?'
/** Not "in": "under 100 in wool". */
const NO_UNIT =
  "(?!\\s*(?:%|\"|''|(?:percent|prozent|cm|mm|kg|g|inch|inches|zoll|days?|weeks?|hours?|minutes?|tagen?|jours?|dias?)(?![\\p{L}])))"
const AMOUNT = `${CURRENCY}${NUMBER}${CURRENCY_AFTER}${NO_UNIT}`
const BETWEEN = new RegExp(
  `\\b(?:between|zwischen|entre)\\s+${AMOUNT}\\s+(?:and|und|et|y)\\s+${AMOUNT}`,
  'u',
)
const SIZE =
  /\b(?:size|grosse|taille|talla|pointure|uk|us|eu|in an?|in|for an?)\s+(?:size |a )?(\d{1,2}(?:[.,]5)?|xxs|xs|s|m|l|xl|xxl|small|medium|large)(?![\p{L}\p{N}]| ?(?:cm|mm|inch|in\b|%))/u
const LETTERS: Readonly<Record<string, string>> = { small: 's', medium: 'm', large: 'l' }

export function readFilters(text: string, words: AskWords): ListFilters {
  let rest = plain(text)
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(rest)
    if (match) rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`
    return match
  }
  const between = take(BETWEEN)
  const after = (pattern: RegExp) => take(new RegExp(`${pattern.source}\\s*${AMOUNT}`, 'u'))?.[1]
  const atMost = between?.[2] ?? after(words.atMost)
  const atLeast = between?.[1] ?? after(words.atLeast)
  const around = atMost === undefined && atLeast === undefined ? after(words.around) : undefined
  const size = take(SIZE)?.[1]
  return {
    ...(atLeast !== undefined && { atLeast: amount(atLeast) }),
    ...(atMost !== undefined && { atMost: amount(atMost) }),
    ...(around !== undefined && rangeAround(amount(around))),
    ...(size !== undefined && { size: LETTERS[size] ?? size.replace(',', '.') }),
    rest: rest.replace(/\s+/g, ' ').trim(),
  }
}

/** "Around 40" is what costs about as much. */
function rangeAround(price: number): Pick<ListFilters, 'atLeast' | 'atMost'> {
  return { atLeast: price * (1 - AROUND_SHARE), atMost: price * (1 + AROUND_SHARE) }
}

function amount(text: string): number {
  return Number(text.replace(',', '.'))
}
