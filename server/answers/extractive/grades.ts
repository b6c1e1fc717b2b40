import type { Language } from '../../../protocol/language.ts'
import type { Database } from '../../db/database.ts'
import { splitSentences } from '../../search/split-sentences.ts'
import type { Statement } from './draft.ts'
import { plain } from './read-asks.ts'
import { type GuidePassage, listGrades, listGuidePassages } from './store.ts'

const ASKS_MEANING =
  /\b(mean|means|meaning|grade|grades|graded|difference|better|worse|bedeute[nt]|hei(?:ss|ß)(?:t|en)|note|unterschied|signifie(?:nt)?|veut dire|veulent dire|difference|significan?|diferencia)\b/iu

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

/** Asks for all of them: "what do the condition grades mean". */
const ASKS_ALL =
  /\b(?:grades|condition (?:ratings?|scale)|grading (?:scale|system)|zustands(?:stufen|noten|grade|bewertung(?:en)?)|notes d.etat|grados)\b/

/** The meanings of the grades that a question asks about by name, in its order, or of all, in the guide's. */
export function askedGrades(
  db: Database,
  guide: string,
  text: string,
  language: Language,
): Statement[] {
  if (!ASKS_MEANING.test(text)) return []
  const passages = listGuidePassages(db, guide)
  const words = text.match(/(?<![\p{L}\p{N}])\p{Lu}{1,2}[+\-−–]*(?![\p{L}\p{N}])/gu) ?? []
  const named = [...new Set(words)].slice(0, 3).flatMap((word) => {
    const passage = passages.find(({ headings }) => isHeadingOf(word, headings.at(-1) ?? ''))
    return passage ? meaningIn(passage, language) : []
  })
  return named.length === 0 && ASKS_ALL.test(plain(text))
    ? allGrades(db, passages, language)
    : named
}

/** A line for each grade that the stock has and the guide explains. */
function allGrades(db: Database, passages: GuidePassage[], language: Language): Statement[] {
  const used = listGrades(db)
  return passages
    .filter(({ headings }) => used.some((grade) => isHeadingOf(grade, headings.at(-1) ?? '')))
    .map((passage) => {
      const { text, source } = meaningIn(passage, language)
      const heading = passage.headings.at(-1) ?? ''
      const says = used.some((grade) => isHeadingOf(grade, heading) && text.startsWith(grade))
      return { text: says ? `- ${text}` : `- ${heading}: ${text}`, ...(source && { source }) }
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
