import * as v from 'valibot'
import { MessageId, NoteId, PassageId } from './ids.ts'
import { ItemCard } from './items.ts'

/** In code points, after nothing has been trimmed. Counted by `Array.from(text).length`. */
export const MESSAGE_LIMIT_CODE_POINTS = 4000

/** The page as the widget reports it. It is no witness: only `itemCode` is ever looked up. */
export const Page = v.object({
  /** Without query and hash. */
  url: v.pipe(v.string(), v.maxLength(2000)),
  title: v.pipe(v.string(), v.maxLength(200)),
  itemCode: v.optional(v.pipe(v.string(), v.maxLength(100))),
})
export type Page = v.InferOutput<typeof Page>

/** `n` is the number of the mark `[n]` in the text; `quote` stays readable when the passage is gone. */
export const Citation = v.object({
  n: v.pipe(v.number(), v.integer(), v.minValue(1)),
  passageId: PassageId,
  title: v.string(),
  url: v.optional(v.string()),
  quote: v.string(),
})
export type Citation = v.InferOutput<typeof Citation>

/** What a visitor or a teammate wrote. */
export const WrittenMessage = v.object({
  id: MessageId,
  text: v.string(),
  page: v.optional(Page),
})
export type WrittenMessage = v.InferOutput<typeof WrittenMessage>

/** What the assistant said to the question `answers`. `cut` marks text that a takeover or a request for a person stopped. */
export const AnswerMessage = v.object({
  id: MessageId,
  text: v.string(),
  answers: MessageId,
  citations: v.array(Citation),
  items: v.array(ItemCard),
  cut: v.optional(v.literal(true)),
})
export type AnswerMessage = v.InferOutput<typeof AnswerMessage>

/** `answers` tells the two apart: only the assistant's message has it. */
export const Message = v.union([AnswerMessage, WrittenMessage])
export type Message = v.InferOutput<typeof Message>

export const Note = v.object({ id: NoteId, text: v.string() })
export type Note = v.InferOutput<typeof Note>
