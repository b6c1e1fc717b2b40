import type { PublishedConversationFrame } from '../../protocol/frames.ts'

/** What a room carries and nobody stores. */
export type Transient = Exclude<PublishedConversationFrame, { type: 'event' }>

/**
 * Puts a frame behind those that wait. Text that goes on where waiting text of the same answer ends
 * becomes one frame with it; an answer taken back takes its waiting text along.
 */
export function appendTransient(waiting: Transient[], frame: Transient): Transient[] {
  if (frame.type === 'dropped') {
    const rest = waiting.filter((other) => other.messageId !== frame.messageId)
    return [...rest, frame]
  }
  const last = waiting.at(-1)
  if (
    last?.type === 'delta' &&
    last.messageId === frame.messageId &&
    last.version === frame.version &&
    last.offset + last.text.length === frame.offset
  ) {
    return [...waiting.slice(0, -1), { ...last, text: last.text + frame.text }]
  }
  return [...waiting, frame]
}
