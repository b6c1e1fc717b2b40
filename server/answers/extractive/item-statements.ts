import type { Language } from '../../../protocol/language.ts'
import { formatPrice } from '../../content/format-price.ts'
import { itemLine } from '../../content/item-passage.ts'
import { sentencesFor } from '../sentences/sentences-for.ts'
import type { Asked } from './asks/ask-words.ts'
import type { Statement } from './draft.ts'
import { attributesOf, fromRow, oneLine } from './from-row.ts'
import { gradeMeaning } from './grades.ts'
import { measureStatements } from './measure-statements.ts'
import { isMeasure } from './read-asks.ts'
import type { Reading } from './reading.ts'
import type { ItemWithPassage } from './store.ts'

/** What a piece's row says to one ask; empty when it says nothing. */
export function itemStatements(
  found: ItemWithPassage,
  asked: Asked,
  reading: Reading,
): Statement[] {
  switch (asked) {
    case 'availability':
    case 'heldUntil':
      return [statusStatement(found, reading.language)]
    case 'price':
      return priceStatements(found, reading.language)
    case 'condition':
      return conditionStatements(found, reading)
    case 'size':
      return sizeStatements(found, reading)
    case 'fabric':
    case 'colour':
    case 'era':
    case 'maker':
    case 'care':
      return givenStatements(found, asked, reading.language)
    default:
      return isMeasure(asked) || asked === 'measurements'
        ? measureStatements(found, asked, reading)
        : []
  }
}

function statusStatement(found: ItemWithPassage, language: Language): Statement {
  const own = sentencesFor(language)
  const { status, price, currency } = found.item
  const statusLine = itemLine('Status', status)
  if (status === 'sold') return fromRow(found, own.sold, statusLine)
  if (status === 'held') {
    const until = attributesOf(found, 'heldUntil')[0]
    const text = own.held(until && dayAndTime(until.value, language))
    return fromRow(found, text, until ? itemLine(until.name, until.value) : statusLine)
  }
  if (price === null) return fromRow(found, own.available(undefined), statusLine)
  const line = itemLine('Price', formatPrice(price, currency ?? undefined, 'en'))
  const text = own.available(formatPrice(price, currency ?? undefined, language))
  return fromRow(found, text, `${line}\n${statusLine}`)
}

function priceStatements(found: ItemWithPassage, language: Language): Statement[] {
  const { price, currency, status } = found.item
  if (price === null) return []
  const text = sentencesFor(language).price(
    status,
    formatPrice(price, currency ?? undefined, language),
  )
  const line = itemLine('Price', formatPrice(price, currency ?? undefined, 'en'))
  return [fromRow(found, text, `${line}\n${itemLine('Status', status)}`)]
}

/** The notes to the letter, and what the grade means. Empty notes are no promise. */
function conditionStatements(found: ItemWithPassage, reading: Reading): Statement[] {
  const { db, guide, language } = reading
  const own = sentencesFor(language)
  const grade = found.item.conditionGrade ?? undefined
  const gradeLine = itemLine('Condition grade', grade ?? '')
  const notes = attributesOf(found, 'conditionNotes')[0]
  const meaning = grade === undefined ? undefined : gradeMeaning(db, guide, grade, language)
  const statements = notes
    ? [fromRow(found, own.notesSay(oneLine(notes.value)), notes.value)]
    : [fromRow(found, own.nothingNoted(grade), gradeLine)]
  // The guide's sentence names the grade itself, as a rule: "B+ means good".
  if (notes && grade !== undefined && !meaning?.text.includes(grade)) {
    statements.push(fromRow(found, own.graded(grade), gradeLine))
  }
  return meaning ? [...statements, meaning] : statements
}

function sizeStatements(found: ItemWithPassage, reading: Reading): Statement[] {
  const label = attributesOf(found, 'size')[0]
  const fits = attributesOf(found, 'fits')[0]
  const lines = [label, fits].flatMap((one) => (one ? itemLine(one.name, one.value) : []))
  const [first] = lines
  if (first === undefined) return measureStatements(found, 'measurements', reading)
  const text = sentencesFor(reading.language).size(label?.value, fits?.value)
  const together = lines.join('\n')
  return [fromRow(found, text, found.text.includes(together) ? together : first)]
}

function givenStatements(
  found: ItemWithPassage,
  asked: 'fabric' | 'colour' | 'era' | 'maker' | 'care',
  language: Language,
): Statement[] {
  const given = attributesOf(found, asked)
  // A decade and a year say more together; a second colour is the shop's own drawer for it.
  const used = asked === 'era' ? given.slice(0, 2) : given.slice(0, 1)
  const [first] = used
  if (first === undefined) return []
  const value = used.map((one) => oneLine(one.value)).join(', ')
  const text = sentencesFor(language).given(asked, value)
  const [statement, ...more] = used.map((one) =>
    fromRow(found, text, itemLine(one.name, one.value)),
  )
  return statement ? [{ ...statement, also: more.flatMap(({ source }) => source ?? []) }] : []
}

/** A date as the shop's file writes it, in words where it is an ISO one. */
function dayAndTime(value: string, language: Language): string {
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d))?/.exec(value)
  if (!iso) return value
  const [, year, month, day, time] = iso
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const words = new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(date)
  return time ? `${words}, ${time}` : words
}
