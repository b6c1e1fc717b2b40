import type { ParsedItem, RefusalReason } from '../parsed-source.ts'
import type { CardColumn } from './place-columns.ts'
import { statusOf } from './status-words.ts'

/** Why a row is not taken: the reason and a sentence that says what to write instead. */
export type Problem = [reason: RefusalReason, message: string]

const LONGEST_CODE = 100

/** A decimal number with a point or a comma; grouping would make 1.234 mean two things. */
const PRICE = /^\d{1,9}(?:[.,]\d{1,2})?$/

/** The fields of a card from a row's texts; what is wrong with them is added to `problems`. */
export function readCard(
  texts: ReadonlyMap<CardColumn, string>,
  siteUrl: string | undefined,
  problems: Problem[],
): Omit<ParsedItem, 'attributes'> {
  const code = texts.get('code') ?? ''
  const title = texts.get('title') ?? ''
  if (code.trim() === '') problems.push(['code_missing', 'Give this row a code.'])
  if (code.length > LONGEST_CODE) {
    problems.push(['row_too_long', `A code holds at most ${LONGEST_CODE} characters.`])
  }
  if (title === '') problems.push(['title_missing', 'Give this row a title.'])
  const price = readPrice(texts.get('price') ?? '', problems)
  const currency = readCurrency(texts.get('currency') ?? '', problems)
  const image = readUrl(texts.get('image') ?? '', siteUrl, problems)
  const url = readUrl(texts.get('url') ?? '', siteUrl, problems)
  const conditionGrade = texts.get('conditionGrade') ?? ''
  return {
    code,
    title,
    status: readStatus(texts.get('status') ?? '', problems),
    ...(price !== undefined && { price }),
    ...(currency !== undefined && { currency }),
    ...(image !== undefined && { image }),
    ...(url !== undefined && { url }),
    ...(conditionGrade !== '' && { conditionGrade }),
  }
}

/** A blank status is a piece that can be bought. */
function readStatus(text: string, problems: Problem[]): ParsedItem['status'] {
  const status = text === '' ? 'available' : statusOf(text)
  if (status !== undefined) return status
  // Taken for available, a piece that is gone would be promised to somebody.
  problems.push(['status_unknown', 'Write the status as available, held or sold.'])
  return 'sold'
}

function readPrice(text: string, problems: Problem[]): number | undefined {
  if (text === '') return undefined
  if (PRICE.test(text)) return Number(text.replace(',', '.'))
  problems.push([
    'price_not_a_number',
    'Write the price as a plain number such as 128 or 128.50, its currency in a column of its own.',
  ])
  return undefined
}

function readCurrency(text: string, problems: Problem[]): string | undefined {
  if (text === '') return undefined
  if (/^[a-z]{3}$/i.test(text)) return text.toUpperCase()
  problems.push(['currency_unknown', 'Write the currency as three letters, such as GBP.'])
  return undefined
}

/** Stands in for a site that is not known: no real host ends in `.invalid`. */
const NO_SITE = 'https://site.invalid/'

/** Absolute, or relative to the site; without a site a path stays a path. */
function readUrl(text: string, siteUrl: string | undefined, problems: Problem[]) {
  if (text === '') return undefined
  const base = siteUrl ?? NO_SITE
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined
  if (url?.protocol === 'http:' || url?.protocol === 'https:') {
    return url.href.startsWith(NO_SITE) ? url.pathname + url.search : url.href
  }
  problems.push(['url_not_valid', 'Write an address that begins with https://, or a path.'])
  return undefined
}
