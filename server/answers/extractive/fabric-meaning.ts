import type { Database } from '../../db/database.ts'
import { readCorpus } from '../../search/corpus.ts'
import { planQuery } from '../../search/plan-query.ts'
import { searchContent } from '../../search/search-content.ts'
import { splitSentences } from '../../search/split-sentences.ts'
import { termsOf } from '../../search/terms-of.ts'
import type { Question } from '../answerer.ts'
import type { Statement } from './draft.ts'
import { attributesOf } from './from-row.ts'
import { matched } from './match-terms.ts'
import type { ItemWithPassage } from './store.ts'

const LOOKED_AT = 5
const FIRST_WORD = /^\p{L}+/u
const EXPLAINS =
  /\b(?:is|are|means?|ist|sind|bedeute[nt]|heißt|heißen|est|sont|signifie(?:nt)?|es|son|significan?)\b/i

/**
 * What a page says a fabric is, where a question about it names one: "leathercloth is not leather". Such a
 * sentence begins with a word of the row's fabric.
 */
export function fabricMeaning(
  db: Database,
  { text, language }: Question,
  found: ItemWithPassage,
): Statement | undefined {
  const fabric = attributesOf(found, 'fabric')[0]?.value
  if (fabric === undefined) return undefined
  const made = termsOf(fabric, found.language)
  const { results } = searchContent(db, {
    text: `${text} ${fabric}`,
    top: LOOKED_AT,
    kinds: ['passage'],
    language,
  })
  const { slots, onlyFunctionWords } = planQuery(readCorpus(db), text, language)
  const asked = onlyFunctionWords ? [] : slots.filter(({ weight }) => weight === 1)
  const explaining = results.flatMap(({ passage, passageId, title, url }) =>
    splitSentences(passage.text, passage.language)
      .map((quote) => ({ quote, terms: termsOf(quote, passage.language) }))
      .filter(({ quote, terms }) => {
        const first = termsOf(FIRST_WORD.exec(quote)?.[0] ?? '', passage.language)
        const isAboutIt = Array.from(first).some((term) => made.has(term))
        return isAboutIt && EXPLAINS.test(quote) && matched(asked, terms).length > 0
      })
      .map(({ quote }) => ({ text: quote, source: { passageId, title, url, quote } })),
  )
  return explaining[0]
}
