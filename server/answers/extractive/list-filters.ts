import type { AskWords } from './asks/ask-words.ts'
import { plain } from './read-asks.ts'

/** What a question limits a list to, and its words without that. */
export type ListFilters = { atLeast?: number; atMost?: number; size?: string; rest: string }

const CURRENCY = '(?:£|\\$|€|gbp|eur|usd)?\\s*'
const AMOUNT = `${CURRENCY}(\\d{1,6}(?:[.,]\\d{1,2})?)(?![\\p{L}\\p{N}])(?:\\s*(?:£|€|\\$|(?:gbp|eur|usd|quid|pounds?|euros?|pfund|livres|libras|dollars?)(?![\\p{L}])))?`
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
  const atMost = between?.[2] ?? take(new RegExp(`${words.atMost.source}\\s*${AMOUNT}`, 'u'))?.[1]
  const atLeast = between?.[1] ?? take(new RegExp(`${words.atLeast.source}\\s*${AMOUNT}`, 'u'))?.[1]
  const size = take(SIZE)?.[1]
  return {
    ...(atLeast !== undefined && { atLeast: amount(atLeast) }),
    ...(atMost !== undefined && { atMost: amount(atMost) }),
    ...(size !== undefined && { size: LETTERS[size] ?? size.replace(',', '.') }),
    rest: rest.replace(/\s+/g, ' ').trim(),
  }
}

function amount(text: string): number {
  return Number(text.replace(',', '.'))
}
