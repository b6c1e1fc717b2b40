import type { ConversationEvent } from '../../../protocol/events.ts'
import type { AnswerMessage } from '../../../protocol/messages.ts'
import { parseMarkup } from '../../../protocol/pure/parse-markup.ts'

/** The assistant's message that the event is, or none. */
export function answerOf(event: ConversationEvent): AnswerMessage[] {
  return event.type === 'message.created' && 'answers' in event.message ? [event.message] : []
}

/** The parts of an answer that are neither link nor mark, as `shownTexts` gives them. */
export function plainParts(answer: string): string[] {
  return parseMarkup(answer)
    .flatMap((block) => (block.type === 'list' ? block.items.flat() : block.children))
    .flatMap((node) => (node.type === 'bold' ? node.children : [node]))
    .flatMap((node) => (node.type === 'text' ? [node.text.trimEnd()] : []))
}
