import { MESSAGE_LIMIT_CODE_POINTS } from '../../../protocol/messages.ts'
import { AppError } from '../../core/app-error.ts'

const LONE_SURROGATE = /\p{Surrogate}/u

/** The text to the letter, or the refusal that says what to do. Nothing is trimmed or normalised. */
export function checkedText(text: string): string {
  if (LONE_SURROGATE.test(text)) {
    throw new AppError(
      'message_malformed',
      'The text holds a broken character (half of a surrogate pair). Remove it and send again.',
    )
  }
  if (text.trim() === '') {
    throw new AppError('message_empty', 'Write a few words before you send.')
  }
  // A code point is one or two UTF-16 units: the cheap test spares counting most texts.
  if (text.length > MESSAGE_LIMIT_CODE_POINTS) {
    const length = Array.from(text).length
    if (length > MESSAGE_LIMIT_CODE_POINTS) {
      throw new AppError(
        'message_too_long',
        `A message holds at most ${MESSAGE_LIMIT_CODE_POINTS} characters; this one has ${length}. Shorten it or send it in parts.`,
        { limit: MESSAGE_LIMIT_CODE_POINTS, length },
      )
    }
  }
  return text
}
