import type { Language } from '../../../protocol/language.ts'
import { formatPrice } from '../../content/format-price.ts'
import { itemLine } from '../../content/item-passage.ts'
import { toItemCard } from '../../content/item-row.ts'
import type { Database } from '../../db/database.ts'
import type { Question } from '../answerer.ts'
import { sentencesFor } from '../sentences/sentences-for.ts'
import type { AskWords } from './asks/ask-words.ts'
import { type ChosenItem, findByCodes } from './choose-item.ts'
import type { Draft, Statement } from './draft.ts'
import { attributesOf, fromRow, oneLine } from './from-row.ts'
import { rankPieces } from './rank-pieces.ts'
import { plain, readAsks } from './read-asks.ts'
import type { ItemWithPassage } from './store.ts'

const MOST_COMPARED = 3
const FROM_ROWS = 0.9

/** The rows of two or three pieces side by side; undefined where a question does not compare such. */
export function answerComparison(
  db: Database,
  question: Question,
  words: AskWords,
  chosen: ChosenItem | undefined,
): Draft | undefined {
  const folded = plain(question.text)
  const asksAlike = folded.search(words.compare) !== -1
  const coded = findByCodes(db, question.text)
  if (!asksAlike && (coded.length < 2 || readAsks(question.text, words).asked.length === 0)) {
    return undefined
  }
  const pieces =
    coded.length > 1
      ? coded.slice(0, MOST_COMPARED)
      : described(db, question, folded.replace(words.compare, ' '), words, chosen)
  if (pieces.length < 2) return undefined
  const { language } = question
  return {
    statements: [
      { text: sentencesFor(language).sideBySide },
      ...pieces.map((found) => lineFor(found, language)),
    ],
    items: pieces.map(({ item }) => toItemCard(item)),
    confidence: FROM_ROWS,
    evidence: pieces.map(({ passageId, item }) => ({
      passageId,
      title: item.title,
      score: FROM_ROWS,
    })),
  }
}

/** "The two mushroom lamps", or "this and the chestnut one" beside the piece at hand. */
function described(
  db: Database,
  { language, itemCode }: Question,
  text: string,
  words: AskWords,
  chosen: ChosenItem | undefined,
): ItemWithPassage[] {
  const isBeside = itemCode !== undefined && words.pointing.test(text)
  const atHand = isBeside && chosen?.found.item.code === itemCode ? chosen?.found : undefined
  const ranked = rankPieces(
    db,
    { text, language },
    atHand ? { like: atHand } : { leftOut: undefined },
  )
  if (ranked === 'describes nothing') return []
  const exact = ranked.isNamed ? ranked.exact : []
  const pieces = atHand ? [atHand, ...exact] : exact
  return pieces.length <= MOST_COMPARED ? pieces : []
}

function lineFor(found: ItemWithPassage, language: Language): Statement {
  const own = sentencesFor(language)
  const { title, code, price, currency, status, conditionGrade } = found.item
  const size = attributesOf(found, 'size')[0]
  const measured = attributesOf(found, 'measurements')[0]
  const parts = [
    price === null ? undefined : formatPrice(price, currency ?? undefined, language),
    status === 'available' ? undefined : own.status[status],
    size && `${own.short.size} ${size.value}`,
    conditionGrade === null ? undefined : `${own.short.grade} ${conditionGrade}`,
    measured && oneLine(measured.value),
  ].filter((part) => part !== undefined)
  const priceLine = price === null ? [] : [formatPrice(price, currency ?? undefined, 'en')]
  const head = [
    title,
    ...priceLine.map((value) => itemLine('Price', value)),
    itemLine('Status', status),
    itemLine('Code', code),
  ].join('\n')
  const lines = [
    size && itemLine(size.name, size.value),
    conditionGrade === null ? undefined : itemLine('Condition grade', conditionGrade),
    measured?.value,
  ].filter((line) => line !== undefined)
  const also = lines.flatMap((line) => fromRow(found, '', line).source ?? [])
  return { ...fromRow(found, `- ${title} (${code}): ${parts.join('; ')}`, head), also }
}
