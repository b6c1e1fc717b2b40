import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DeltaFrame, LiveAnswer } from '../frames.ts'
import { applyDelta, applyLive, endLiveText, type LiveText, NO_LIVE_TEXT } from './live-text.ts'

const NAMES = { messageId: 'msg_a', answers: 'msg_q', version: 0 } as const
const OTHER = { messageId: 'msg_b', answers: 'msg_q', version: 0 } as const
const live = (text: string): LiveAnswer => ({ ...NAMES, text })
const showing = (text: string): LiveText => ({ ...NO_LIVE_TEXT, shown: live(text) })
const delta = (
  offset: number,
  text: string,
  names: Omit<LiveAnswer, 'text'> = NAMES,
): DeltaFrame => ({
  type: 'delta',
  ...names,
  offset,
  text,
})
const shown = (text: LiveText | 'gap') => (text === 'gap' ? text : (text.shown?.text ?? null))

test('A10: equal to what one has is appended, less appends the rest, more is a gap', () => {
  expect(shown(applyDelta(NO_LIVE_TEXT, delta(0, 'One')))).toBe('One')
  expect(shown(applyDelta(showing('One'), delta(3, ' two')))).toBe('One two')
  expect(shown(applyDelta(showing('One t'), delta(3, ' two')))).toBe('One two')
  expect(applyDelta(showing('One'), delta(4, 'two'))).toBe('gap')
  expect(applyDelta(NO_LIVE_TEXT, delta(1, 'ne'))).toBe('gap')
})

test('A10: a piece that is known changes nothing, so that nothing is drawn again', () => {
  const known = showing('One two')
  expect(applyDelta(known, delta(0, 'One'))).toBe(known)
  expect(applyLive(known, live('One'), known.shown)).toBe(known)
})

test('A10: another message begins anew', () => {
  expect(applyDelta(showing('Old text'), delta(0, 'New', OTHER))).toMatchObject({
    shown: { ...OTHER, text: 'New' },
  })
  expect(applyDelta(showing('Old text'), delta(3, 'New', OTHER))).toBe('gap')
})

test('A10: from pieces of any cut, order and number the text is a beginning of the whole, and never shrinks', () => {
  // Cut anywhere between UTF-16 units, so in the middle of what is one character to a reader.
  const characters = fc.constantFrom('a', ' ', 'e\u0301', '🧵', '👩‍🔧')
  const cuts = fc.string({ unit: characters, minLength: 1, maxLength: 30 }).chain((whole) => {
    const place = fc.nat(whole.length)
    const piece = fc.tuple(fc.constantFrom('delta', 'reply'), place, place)
    return fc.record({ whole: fc.constant(whole), pieces: fc.array(piece, { maxLength: 12 }) })
  })
  fc.assert(
    fc.property(cuts, ({ whole, pieces }) => {
      let text = NO_LIVE_TEXT
      for (const [wire, a, b] of [...pieces, ['delta', 0, whole.length] as const]) {
        const from = Math.min(a, b)
        const to = Math.max(a, b)
        const before = text.shown?.text ?? ''
        const next =
          wire === 'reply'
            ? applyLive(text, live(whole.slice(0, to)), text.shown)
            : applyDelta(text, delta(from, whole.slice(from, to)))
        expect(next === 'gap').toBe(wire === 'delta' && from > before.length)
        if (next === 'gap') continue
        const now = next.shown?.text ?? ''
        expect(now).toBe(whole.slice(0, Math.max(before.length, to)))
        text = next
      }
      expect(text.shown?.text).toBe(whole)
    }),
  )
})

test('A11: a reply that names nothing ends what was shown when it was asked for, and nothing newer', () => {
  const asked = live('One')
  expect(shown(applyLive(showing('One two'), null, asked))).toBeNull()
  expect(shown(applyLive(showing('One two'), null, null))).toBe('One two')
  expect(shown(applyLive(showing('One two'), null, { ...OTHER, text: 'Old' }))).toBe('One two')
})

test('A11: of two copies the longer is shown, and another message takes the place', () => {
  expect(shown(applyLive(showing('One two'), live('One'), null))).toBe('One two')
  expect(shown(applyLive(showing('One'), live('One two'), null))).toBe('One two')
  expect(shown(applyLive(showing('One two'), { ...OTHER, text: 'B' }, null))).toBe('B')
})

const ENDS: [string, (text: LiveText) => LiveText][] = [
  ['its question has its event', (text) => endLiveText(text, ['msg_q'])],
  ['it was dropped', (text) => endLiveText(text, ['msg_a'])],
  ['the version rose', (text) => endLiveText(text, [], 1)],
]

test.each(ENDS)('A11: once %s, no piece and no reply brings it back', (_, end) => {
  const late = fc.oneof(
    fc.tuple(fc.nat(9), fc.string()).map(([offset, piece]) => (text: LiveText) => {
      const next = applyDelta(text, delta(offset, piece))
      // A gap in what is over is not worth asking for.
      if (next === 'gap') throw new Error('asks for what is over')
      return next
    }),
    fc.string().map((told) => (text: LiveText) => applyLive(text, live(told), text.shown)),
    fc.constant((text: LiveText) => applyLive(text, null, null)),
    fc.constant((text: LiveText) => endLiveText(text, [], 0)),
  )
  fc.assert(
    fc.property(fc.array(late), (arrivals) => {
      const over = end(showing('One'))
      expect(over.shown).toBeNull()
      expect(arrivals.reduce((text, arrive) => arrive(text), over).shown).toBeNull()
    }),
  )
})

test('A6: after a drop the answer that follows under a new id is shown', () => {
  const dropped = endLiveText(showing('Nonsense'), ['msg_a'])
  expect(shown(applyDelta(dropped, delta(0, 'One', OTHER)))).toBe('One')
})
