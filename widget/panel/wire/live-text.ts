import type { DeltaFrame, LiveAnswer } from '../../../protocol/frames.ts'

/**
 * One delta onto the text that is being written. The same text may come by two wires at once, so the
 * offset decides: equal appends, less appends the rest, more is a gap that the server must fill.
 */
export function applyDelta(live: LiveAnswer | null, delta: DeltaFrame): LiveAnswer | 'gap' {
  const mine = live?.messageId === delta.messageId ? live : null
  const known = mine?.text ?? ''
  if (delta.offset > known.length) return 'gap'
  const rest = delta.text.slice(known.length - delta.offset)
  if (mine && !rest) return mine
  const { messageId, answers, version } = delta
  return { messageId, answers, version, text: known + rest }
}

/** Of two copies of one text the longer; a copy of another message takes the place. */
export function newestLive(mine: LiveAnswer | null, theirs: LiveAnswer): LiveAnswer {
  const isSame = mine?.messageId === theirs.messageId
  return isSame && mine.text.length >= theirs.text.length ? mine : theirs
}
