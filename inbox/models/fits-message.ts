/** `MESSAGE_LIMIT_CODE_POINTS` of protocol/messages.ts, which this page may import only as a type. */
export const LIMIT_CODE_POINTS = 4000

export function codePoints(text: string): number {
  return Array.from(text).length
}

/** What the server would take: not blank, not too long. */
export function fitsMessage(text: string): boolean {
  return text.trim() !== '' && codePoints(text) <= LIMIT_CODE_POINTS
}
