import type { DeltaFrame, LiveAnswer } from '../../../protocol/frames.ts'

/** What a delta asks for: nothing, a new text on screen, or the whole of it from the server. */
export type DeltaOutcome =
  | { kind: 'ignored' }
  | { kind: 'text'; live: LiveAnswer }
  | { kind: 'gap' }

/**
 * One delta onto the text that is being written. The same text may come by two wires at once, so
 * the offset decides: equal appends, less appends the rest, more means that something was missed.
 */
export function applyDelta(live: LiveAnswer | null, delta: DeltaFrame): DeltaOutcome {
  const isSame = live?.messageId === delta.messageId
  const known = isSame ? live.text : ''
  if (delta.offset > known.length) return { kind: 'gap' }
  const rest = delta.text.slice(known.length - delta.offset)
  if (isSame && !rest) return { kind: 'ignored' }
  const { messageId, answers, version } = delta
  return { kind: 'text', live: { messageId, answers, version, text: known + rest } }
}

/** Of two copies of one text the longer; a copy of another message takes the place. */
export function newestLive(mine: LiveAnswer | null, theirs: LiveAnswer): LiveAnswer {
  const isSame = mine?.messageId === theirs.messageId
  return isSame && mine.text.length >= theirs.text.length ? mine : theirs
}
