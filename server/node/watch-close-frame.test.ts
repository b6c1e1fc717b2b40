import fc from 'fast-check'
import { expect, it } from 'vitest'
import { watchCloseFrame } from './watch-close-frame.ts'

const frame = (opcode: number, length: number) => {
  const size =
    length < 126
      ? [length]
      : length < 65_536
        ? [126, length >> 8, length & 255]
        : [127, 0, 0, 0, 0, 0, length >> 16, (length >> 8) & 255, length & 255]
  // A payload that looks like a Close frame itself.
  return [0x80 | opcode, ...size, ...Array.from({ length }, () => 0x88)]
}

const text = fc.oneof(fc.nat(130), fc.constantFrom(125, 126, 127, 65_535, 65_536, 70_000))
const pieces = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 20 })

it('sees the Close frame, and none before it, however the bytes are cut', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), pieces, (lengths, sizes) => {
      const before = lengths.flatMap((length) => frame(1, length))
      const bytes = Uint8Array.from([...before, ...frame(8, 2)])
      const isClosed = watchCloseFrame()
      let at = 0
      for (let n = 0; at < bytes.length; n++) {
        const end = Math.min(bytes.length, at + (sizes[n % sizes.length] ?? 1))
        expect(isClosed(bytes.subarray(at, end))).toBe(end > before.length + 1)
        at = end
      }
    }),
    { numRuns: 50 },
  )
})
