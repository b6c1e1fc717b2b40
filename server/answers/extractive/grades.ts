import type { Language } from '../../../protocol/language.ts'
import type { Database } from '../../db/database.ts'
import { splitSentences } from '../../search/split-sentences.ts'
import type { Statement } from './draft.ts'
import { type GuidePassage, listGuidePassages } from './store.ts'

const ASKS_MEANING =
  /\b(mean|means|meaning|grade|grades|graded|difference|better|worse|bedeutet|heisst|note|unterschied|signifie|veut dire|difference|significa|diferencia)\b/i

/** What a grade means, in the guide's first sentence on it. A grade is looked up to the letter: search drops "+". */
export function gradeMeaning(
  db: Database,
  guide: string,
  grade: string,
  language: Language,
): Statement | undefined {
  const passage = listGuidePassages(db, guide).find(({ headings }) =>
    isHeadingOf(grade, headings.at(-1) ?? ''),
  )
  return passage && meaningIn(passage, language)
}

/** The meanings of the grades that a question asks about by name, in the order of the question. */
export function askedGrades(
  db: Database,
  guide: string,
  text: string,
  language: Language,
): Statement[] {
  if (!ASKS_MEANING.test(text)) return []
  const passages = listGuidePassages(db, guide)
  const words = text.match(/(?<![\p{L}\p{N}])\p{Lu}{1,2}[+\-−–]*(?![\p{L}\p{N}])/gu) ?? []
  return [...new Set(words)].slice(0, 3).flatMap((word) => {
    const passage = passages.find(({ headings }) => isHeadingOf(word, headings.at(-1) ?? ''))
    return passage ? meaningIn(passage, language) : []
  })
}

function isHeadingOf(grade: string, heading: string): boolean {
  return heading.startsWith(grade) && !/^[\p{L}\p{N}+\-−–]/u.test(heading.slice(grade.length))
}

function meaningIn(
  { id, articleTitle, url, headings, text }: GuidePassage,
  language: Language,
): Statement {
  const quote = splitSentences(text, language)[0] ?? text
  const title = headings.at(-1) ?? articleTitle
  return { text: quote, source: { passageId: id, title, url: url ?? undefined, quote } }
}
