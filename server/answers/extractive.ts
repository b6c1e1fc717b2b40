import { readSettings } from '../shops/read-settings.ts'
import type { Answerer } from './answerer.ts'
import { composeAnswer } from './extractive/compose.ts'
import { writeDraft } from './extractive/draft.ts'

/** Answers with sentences and rows of the shop's own content: needs no model and no network. */
export function createExtractiveAnswerer(): Answerer {
  return {
    name: 'extractive',
    async answer({ db }, question, { delta, signal }) {
      signal.throwIfAborted()
      const settings = readSettings(db)
      const draft = composeAnswer(db, question, settings)
      const { text, citations } = writeDraft(draft, settings.origins)
      for (const piece of pieces(text)) {
        delta(piece)
        signal.throwIfAborted()
      }
      const { items, confidence, evidence } = draft
      return { text, citations, items, confidence, evidence, answeredBy: 'extractive' }
    },
  }
}

/** A few words at a time, with the space that follows them. */
function pieces(text: string): string[] {
  return text.match(/(?:\S+\s*){1,4}/g) ?? []
}
