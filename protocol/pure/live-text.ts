import type { DeltaFrame, LiveAnswer } from '../frames.ts'
import type { MessageId } from '../ids.ts'

/** The answer that is being written, as a viewer shows it, with what that viewer knows to be over. */
export type LiveText = {
  shown: LiveAnswer | null
  /** Of the conversation: text that was begun on an older version is not wanted any more (A4). */
  version: number
  /** Questions that have got their event, and texts that were dropped. */
  over: ReadonlySet<MessageId>
}

export const NO_LIVE_TEXT: LiveText = { shown: null, version: 0, over: new Set() }

/**
 * A10. The same text may come by two wires at once, so the offset decides: what is there already is left
 * out, and `gap` says that something before this piece was missed, which the server must fill.
 */
export function applyDelta(text: LiveText, delta: DeltaFrame): LiveText | 'gap' {
  if (isOver(text, delta)) return text
  const { messageId, answers, version, offset } = delta
  const known = text.shown?.messageId === messageId ? text.shown.text : ''
  if (offset > known.length) return 'gap'
  const rest = delta.text.slice(known.length - offset)
  return rest ? { ...text, shown: { messageId, answers, version, text: known + rest } } : text
}

/**
 * A11. What a reply says is being written. Of two copies of one text the longer stays. Where the reply
 * names none, only the text that was shown when it was `asked` for goes: what began since is not its business.
 */
export function applyLive(
  text: LiveText,
  told: LiveAnswer | null,
  asked: LiveAnswer | null,
): LiveText {
  const { shown } = text
  if (told && !isOver(text, told)) {
    const isKnown = shown?.messageId === told.messageId && shown.text.length >= told.text.length
    return isKnown ? text : { ...text, shown: told }
  }
  return shown?.messageId === asked?.messageId ? { ...text, shown: null } : text
}

/** A11. Nothing that `ended`, and nothing of an older version, is shown from here on. */
export function endLiveText(
  text: LiveText,
  ended: readonly MessageId[],
  version = text.version,
): LiveText {
  const over = ended.length ? new Set([...text.over, ...ended]) : text.over
  const next = { ...text, over, version: Math.max(version, text.version) }
  return next.shown && isOver(next, next.shown) ? { ...next, shown: null } : next
}

function isOver(
  { over, version }: LiveText,
  text: Pick<LiveAnswer, 'messageId' | 'answers' | 'version'>,
): boolean {
  return over.has(text.answers) || over.has(text.messageId) || text.version < version
}
