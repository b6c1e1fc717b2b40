import type { Language } from '../../../protocol/language.ts'
import { formatPrice } from '../../content/format-price.ts'
import { itemLine } from '../../content/item-passage.ts'
import type { Database } from '../../db/database.ts'
import { type AttributeKind, attributeKind } from '../../search/attribute-kind.ts'
import { sentencesFor } from '../sentences/sentences-for.ts'
import type { Statement } from './draft.ts'
import { gradeMeaning } from './grades.ts'
import type { ItemAsk } from './item-asks.ts'
import type { ItemWithPassage } from './store.ts'

type Reading = { db: Database; guide: string; language: Language }

/** What a piece's row says to one ask; empty when it says nothing. */
export function itemStatements(
  found: ItemWithPassage,
  ask: ItemAsk,
  reading: Reading,
): Statement[] {
  switch (ask.about) {
    case 'status':
      return [statusStatement(found, reading.language)]
    case 'price':
      return priceStatements(found, reading.language)
    case 'condition':
      return conditionStatements(found, reading)
    case 'attribute':
      return ask.kinds.flatMap((kind) => attributeStatements(found, kind))
    case 'measurement':
      return measurementStatements(found, ask.part, reading.language)
    default:
      return ask satisfies never
  }
}

/** Quotes a line or a part of one, as far as the passage holds it to the letter. */
export function fromRow(found: ItemWithPassage, text: string, quote: string): Statement {
  const { item, passageId, text: passage } = found
  if (!passage.includes(quote)) return { text }
  return { text, source: { passageId, title: item.title, url: item.url ?? undefined, quote } }
}

function statusStatement(found: ItemWithPassage, language: Language): Statement {
  const own = sentencesFor(language)
  const { status } = found.item
  const until = attributesOf(found, 'heldUntil')[0]
  if (status === 'held' && until) {
    const text = own.heldUntil(dayAndTime(until.value, language))
    return fromRow(found, text, itemLine(until.name, until.value))
  }
  return fromRow(found, own[status], itemLine('Status', status))
}

function priceStatements(found: ItemWithPassage, language: Language): Statement[] {
  const { price, currency, status } = found.item
  if (price === null) return []
  const own = sentencesFor(language)
  const amount = formatPrice(price, currency ?? undefined, language)
  const line = itemLine('Price', formatPrice(price, currency ?? undefined, 'en'))
  return [fromRow(found, status === 'sold' ? own.priceWas(amount) : own.price(amount), line)]
}

/** The notes to the letter, and what the grade means. Empty notes are no promise. */
function conditionStatements(found: ItemWithPassage, reading: Reading): Statement[] {
  const { db, guide, language } = reading
  const own = sentencesFor(language)
  const grade = found.item.conditionGrade
  const notes = attributesOf(found, 'conditionNotes')[0]?.value
  const meaning = grade === null ? undefined : gradeMeaning(db, guide, grade, language)
  const graded =
    grade === null
      ? []
      : meaning
        ? [meaning]
        : [fromRow(found, own.graded(grade), itemLine('Condition grade', grade))]
  const noted = notes ? fromRow(found, asSentence(notes), notes) : { text: own.nothingNoted }
  return [noted, ...graded]
}

function attributeStatements(found: ItemWithPassage, kind: AttributeKind): Statement[] {
  return attributesOf(found, kind).map(({ name, value }) => {
    const line = itemLine(name, value)
    return fromRow(found, asSentence(line), line)
  })
}

function measurementStatements(
  found: ItemWithPassage,
  part: RegExp | undefined,
  language: Language,
): Statement[] {
  const [measurements] = attributesOf(found, 'measurements')
  if (!measurements) return []
  const own = sentencesFor(language)
  const { value } = measurements
  const wanted = part ? value.split(/\s*[;\n]\s*/).filter((piece) => part.test(piece)) : [value]
  return wanted.map((piece) => fromRow(found, own.measured(piece), piece))
}

function attributesOf({ item }: ItemWithPassage, kind: AttributeKind) {
  return item.attributes.filter(({ name }) => attributeKind(name) === kind)
}

export function asSentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return /[.!?…]["'”’)]?$/.test(line) ? line : `${line}.`
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
