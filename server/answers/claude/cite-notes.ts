import type Anthropic from '@anthropic-ai/sdk'
import type { Citation } from '../../../protocol/messages.ts'
import type { Note } from './notes.ts'

export type Citations = {
  /** The numbers of the marks for what a block rests on; new ones are given in order of appearance. */
  numbersOf(cited: readonly Anthropic.TextCitation[]): number[]
  list(): Citation[]
}

/**
 * Numbers what the model cites. Found by the id of the passage that we sent; what names none of them, or no
 * sentence of it, is no citation.
 */
export function citeNotes(notes: readonly Note[]): Citations {
  const byPassage = new Map<string, Note>(notes.map((note) => [note.passageId, note]))
  const citations: Citation[] = []

  function numberOf(cited: Anthropic.TextCitation): number | undefined {
    if (cited.type !== 'search_result_location') return undefined
    const note = byPassage.get(cited.source)
    const quote = note && quoteOf(note, cited)
    if (!note || !quote) return undefined
    const { passageId, title, url } = note
    const known = citations.find((c) => c.passageId === passageId && c.quote === quote)
    if (known) return known.n
    const n = citations.length + 1
    citations.push({ n, passageId, title, ...(url !== undefined && { url }), quote })
    return n
  }

  return {
    numbersOf: (cited) => [...new Set(cited.flatMap((one) => numberOf(one) ?? []))],
    list: () => citations,
  }
}

/** From the first cited sentence to the last, as they stand in the passage. */
function quoteOf(note: Note, cited: Anthropic.CitationsSearchResultLocation): string | undefined {
  const first = note.sentences[cited.start_block_index]
  const last = note.sentences[cited.end_block_index - 1]
  return first && last && last.to > first.from ? note.text.slice(first.from, last.to) : undefined
}
