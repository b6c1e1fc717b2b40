import {
  type FixtureBlock,
  type FixtureEvent,
  type MessageOptions,
  messageEvents,
} from './anthropic-events.ts'
import type { FixtureBody } from './anthropic-fixture.ts'

export type SentNote = { source: string; title: string; sentences: string[] }

/** The notes of a request, as the model sees them. */
export function notesOf(body: FixtureBody): SentNote[] {
  return body.messages.flatMap(({ content }) =>
    content.flatMap((block) =>
      block.type === 'search_result'
        ? {
            source: block.source ?? '',
            title: block.title ?? '',
            sentences: (block.content ?? []).map(({ text }) => text),
          }
        : [],
    ),
  )
}

/** A block that says a sentence of the notes and cites it; `about` is a part of that sentence. */
export function quotation(body: FixtureBody, about: string, says?: string): FixtureBlock {
  for (const { source, sentences } of notesOf(body)) {
    const at = sentences.findIndex((sentence) => sentence.includes(about))
    const text = sentences[at]
    if (text !== undefined)
      return { text: says ?? text, cites: [{ source, from: at, to: at + 1, text }] }
  }
  throw new Error(`no note says "${about}"`)
}

/** What else a shopper's word may be called in the notes. */
const ALSO: Record<string, string[]> = { damage: ['darn'], post: ['shipping'] }

/** A model that answers with the sentence of the notes that shares most words with the question. */
export function quotingModel(body: FixtureBody, options?: MessageOptions): FixtureEvent[] {
  const asked = wordsOf(body.messages.at(-1)?.content.at(-1)?.text ?? '')
  const wanted = asked.flatMap((word) => [word, ...(ALSO[word] ?? [])])
  const sentences = notesOf(body).flatMap((note) => note.sentences)
  const shared = (sentence: string) => wordsOf(sentence).filter((w) => wanted.includes(w)).length
  const best = sentences.reduce((a, b) => (shared(b) > shared(a) ? b : a), sentences[0] ?? '')
  return messageEvents([quotation(body, best)], options)
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{4,}/gu) ?? []
}
