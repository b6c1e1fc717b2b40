const CLOSE = 8
/** What the second byte says of a payload whose length stands in the bytes behind it. */
const IN_TWO_BYTES = 126
const IN_EIGHT_BYTES = 127

/**
 * Reads along what a WebSocket server sends after its handshake (frames without a mask, RFC 6455 §5.2), in
 * whatever pieces it comes. True from the Close frame on.
 */
export function watchCloseFrame(): (chunk: Uint8Array) => boolean {
  let header: number[] = []
  let payloadLeft = 0
  let closed = false

  return (chunk) => {
    for (let at = 0; at < chunk.length && !closed; ) {
      if (payloadLeft > 0) {
        const skipped = Math.min(payloadLeft, chunk.length - at)
        payloadLeft -= skipped
        at += skipped
        continue
      }
      header.push(chunk[at] ?? 0)
      at += 1
      const length = payloadLength(header)
      if (length === undefined) continue
      closed = ((header[0] ?? 0) & 0x0f) === CLOSE
      payloadLeft = length
      header = []
    }
    return closed
  }
}

/** Undefined while the header is not whole. */
function payloadLength(header: readonly number[]): number | undefined {
  const [, second] = header
  if (second === undefined) return undefined
  const short = second & 0x7f
  const more = short === IN_TWO_BYTES ? 2 : short === IN_EIGHT_BYTES ? 8 : 0
  if (header.length < 2 + more) return undefined
  return more === 0 ? short : header.slice(2).reduce((sum, byte) => sum * 256 + byte, 0)
}
