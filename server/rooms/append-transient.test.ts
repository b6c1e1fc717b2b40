import fc from 'fast-check'
import { expect, it } from 'vitest'
import { appendTransient, type Transient } from './append-transient.ts'

const [FIRST, SECOND] = [
  'msg_0123456789abcdefghjkmnpqrs',
  'msg_0123456789abcdefghjkmnpqrt',
] as const
const QUESTION = 'msg_0123456789abcdefghjkmnpqrv'

function delta(offset: number, text: string, messageId: Transient['messageId'] = FIRST): Transient {
  return { type: 'delta', messageId, answers: QUESTION, version: 0, offset, text }
}

/** What a viewer has who follows the rule of offsets. */
function shown(frames: Transient[]): string {
  return frames.reduce((text, frame) => {
    if (frame.type === 'dropped') return ''
    expect(frame.offset).toBe(text.length)
    return text + frame.text
  }, '')
}

it('shows the same text, in fewer frames, however it was cut', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (words) => {
      let offset = 0
      const frames = words.map((word) => {
        const frame = delta(offset, word)
        offset += word.length
        return frame
      })
      const waiting = frames.reduce(appendTransient, [])
      expect(waiting.length).toBe(Math.min(1, words.length))
      expect(shown(waiting)).toBe(words.join(''))
    }),
  )
})

it('keeps apart what does not go on where the last one ends', () => {
  const gap = [delta(0, 'Yes'), delta(9, 'wool')]
  const other = [delta(0, 'Yes'), delta(3, ', wool', SECOND)]
  expect(gap.reduce(appendTransient, [])).toEqual(gap)
  expect(other.reduce(appendTransient, [])).toEqual(other)
})

it('throws the waiting text of a dropped answer away, and that of no other', () => {
  const dropped: Transient = { type: 'dropped', messageId: FIRST }
  const waiting = [delta(0, 'Perhaps'), delta(0, 'No', SECOND), dropped].reduce(appendTransient, [])
  expect(waiting).toEqual([delta(0, 'No', SECOND), dropped])
})
