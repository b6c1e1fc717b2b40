import type { PassageId } from '../../../protocol/ids.ts'
import { findPassage } from '../../content/find-passage.ts'
import type { Database } from '../../db/database.ts'
import { searchContent } from '../../search/search-content.ts'
import { splitSentences } from '../../search/split-sentences.ts'
import type { Answer, Question } from '../answerer.ts'
import { findItemWithPassage } from '../extractive/store.ts'

/** A passage as the model gets it. Its sentences are slices of its text, the smallest things it can cite. */
export type Note = {
  passageId: PassageId
  title: string
  url?: string
  itemCode?: string
  text: string
  sentences: { text: string; from: number; to: number }[]
}

const NOTES = 8

/** The row of the page's item first, then what the extractive answer rests on and what search put forward, best first. */
export function gatherNotes(
  db: Database,
  question: Pick<Question, 'text' | 'language' | 'itemCode'>,
  plain: Pick<Answer, 'citations' | 'evidence'>,
): Note[] {
  const { itemCode } = question
  const ids = [
    itemCode === undefined ? undefined : findItemWithPassage(db, itemCode)?.passageId,
    ...plain.citations.map(({ passageId }) => passageId),
    ...plain.evidence.map(({ passageId }) => passageId),
    ...searchContent(db, { text: question.text, top: NOTES }).results.map((r) => r.passageId),
  ]
  return [...new Set(ids)]
    .flatMap((id) => (id === undefined ? [] : (noteOf(db, id, question.language) ?? [])))
    .slice(0, NOTES)
}

function noteOf(db: Database, id: PassageId, language: Question['language']): Note | undefined {
  const passage = findPassage(db, id)
  if (!passage) return undefined
  const { text, url, itemCode } = passage
  let from = 0
  const sentences = splitSentences(text, language).map((sentence) => {
    const at = text.indexOf(sentence, from)
    from = at + sentence.length
    return { text: sentence, from: at, to: from }
  })
  return {
    passageId: id,
    title: passage.title,
    ...(url !== undefined && { url }),
    ...(itemCode !== undefined && { itemCode }),
    text,
    sentences,
  }
}
