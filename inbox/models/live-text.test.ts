import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DeltaFrame, LiveAnswer } from '../../protocol/frames.ts'
import { scriptedId } from '../testing/scripted-id.ts'
import { mergeLive, receiveDelta } from './live-text.ts'

const messageId = scriptedId('msg')
const answers = scriptedId('msg')
const delta = (offset: number, text: string): DeltaFrame => ({
  type: 'delta',
  messageId,
  answers,
  version: 0,
  offset,
  text,
})
const live = (text: string): LiveAnswer => ({ messageId, answers, version: 0, text })

test('A10: pieces that overlap in any way make the text once', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.array(fc.nat(20)), (text, cuts) => {
      let shown: LiveAnswer | null = null
      let have = 0
      for (const cut of [...cuts, text.length]) {
        const from = Math.max(0, have - (cut % 5))
        const to = Math.min(text.length, Math.max(have, from + cut))
        const next = receiveDelta(shown, delta(from, text.slice(from, to)))
        if (next === 'gap') throw new Error('there is no gap')
        shown = next
        have = Math.max(have, to)
      }
      expect(text.startsWith(shown?.text ?? '')).toBe(true)
      expect(shown?.text.length).toBe(have)
    }),
  )
})

test('A10: a piece beyond what one has is a gap', () => {
  expect(receiveDelta(live('abc'), delta(4, 'e'))).toBe('gap')
  expect(receiveDelta(null, delta(1, 'b'))).toBe('gap')
})

test('a new answer begins anew', () => {
  const other = { ...delta(0, 'New'), messageId: scriptedId('msg') }
  expect(receiveDelta(live('old text'), other)).toMatchObject({ text: 'New' })
})

test('what the room has streamed since stays, and what the server no longer names goes', () => {
  expect(mergeLive(live('abcdef'), live('abc'))?.text).toBe('abcdef')
  expect(mergeLive(live('abc'), live('abcdef'))?.text).toBe('abcdef')
  expect(mergeLive(live('abc'), null)).toBeNull()
})
