import type { Language } from '../../protocol/language.ts'
import type { IndexFields } from './index-fields.ts'
import { KIND_TERM, type PassageKind } from './passage-kind.ts'
import { contentWords, stemTerm } from './terms-of.ts'

/** The columns of `search_index` as they are written: words and stems between spaces. */
export type IndexTerms = IndexFields

/** What the index is fed with: each word as written and as its stem. */
export function indexTermsOf(
  fields: IndexFields,
  language: Language,
  kind: PassageKind,
): IndexTerms {
  const terms = (text: string) =>
    contentWords(text, language)
      .flatMap((word) => [word, stemTerm(word, language)])
      .join(' ')
  return {
    title: terms(fields.title),
    head: terms(fields.head),
    category: `${KIND_TERM[kind]} ${terms(fields.category)}`,
    attributes: terms(fields.attributes),
    body: terms(fields.body),
  }
}
