import type { DeltaFrame, LiveAnswer } from '../../protocol/frames.ts'

/** What becomes of the text on screen when a piece of it comes; `gap`: something before it was missed. */
export function receiveDelta(live: LiveAnswer | null, frame: DeltaFrame): LiveAnswer | 'gap' {
  const { messageId, answers, version } = frame
  const text = live?.messageId === messageId ? live.text : ''
  if (frame.offset > text.length) return 'gap'
  const rest = frame.text.slice(text.length - frame.offset)
  return { messageId, answers, version, text: text + rest }
}

/** The server's word on what is being written, beside what the room has streamed meanwhile. */
export function mergeLive(shown: LiveAnswer | null, told: LiveAnswer | null): LiveAnswer | null {
  if (!shown || !told || shown.messageId !== told.messageId) return told
  return shown.text.length > told.text.length ? shown : told
}
