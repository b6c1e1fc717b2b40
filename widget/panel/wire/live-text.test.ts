import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DeltaFrame, LiveAnswer } from '../../../protocol/frames.ts'
import { applyDelta, newestLive } from './live-text.ts'

const NAMES = { messageId: 'msg_a', answers: 'msg_q', version: 0 } as const
const live = (text: string): LiveAnswer => ({ ...NAMES, text })
const delta = (offset: number, text: string): DeltaFrame => ({
  type: 'delta',
  ...NAMES,
  offset,
  text,
})

it('appends at the end, appends the rest of what overlaps, and names a gap', () => {
  expect(applyDelta(null, delta(0, 'One'))).toEqual(live('One'))
  expect(applyDelta(live('One'), delta(3, ' two'))).toEqual(live('One two'))
  expect(applyDelta(live('One t'), delta(3, ' two'))).toEqual(live('One two'))
  expect(applyDelta(live('One'), delta(4, 'two'))).toBe('gap')
  expect(applyDelta(null, delta(1, 'ne'))).toBe('gap')
})

it('changes nothing when it knows the text already', () => {
  const known = live('One two')
  expect(applyDelta(known, delta(0, 'One'))).toBe(known)
})

it('begins anew with another message', () => {
  const other = { ...delta(0, 'New'), messageId: 'msg_b' } as const
  expect(applyDelta(live('Old text'), other)).toEqual({ ...live('New'), messageId: 'msg_b' })
})

it('prefers the longer of two copies, and the other message', () => {
  expect(newestLive(live('One two'), live('One'))).toEqual(live('One two'))
  expect(newestLive(live('One'), live('One two'))).toEqual(live('One two'))
  expect(newestLive(live('One'), { ...live(''), messageId: 'msg_b' }).messageId).toBe('msg_b')
})

it('shows a prefix of the text at all times, from whatever pieces by however many wires', () => {
  const cuts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).chain((text) =>
    fc.record({
      text: fc.constant(text),
      pieces: fc.array(fc.tuple(fc.nat(text.length), fc.nat(text.length))),
    }),
  )
  fc.assert(
    fc.property(cuts, ({ text, pieces }) => {
      let shown: LiveAnswer | null = null
      for (const [a, b] of [...pieces, [0, text.length] as const]) {
        const from = Math.min(a, b)
        const next = applyDelta(shown, delta(from, text.slice(from, Math.max(a, b))))
        if (next === 'gap') continue
        expect(text.startsWith(next.text)).toBe(true)
        expect(next.text.length).toBeGreaterThanOrEqual(
          (shown as LiveAnswer | null)?.text.length ?? 0,
        )
        shown = next
      }
      expect(shown?.text).toBe(text)
    }),
  )
})
