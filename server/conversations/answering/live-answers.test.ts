import { expect, test } from 'vitest'
import { createLiveAnswers } from './live-answers.ts'

const talk = 'cnv_1' as const
const first = { messageId: 'msg_1', answers: 'msg_q', version: 3 } as const

test('A10: offsets count UTF-16 units, so that appending by offset gives the text', () => {
  const live = createLiveAnswers(() => {})
  live.begin(talk, first)
  const frames = ['Caf', 'é 😀', ' [1]'].map((text) => live.append(talk, text))
  expect(frames.map((frame) => frame?.offset)).toEqual([0, 3, 7])
  expect(live.current(talk)).toEqual({ ...first, text: 'Café 😀 [1]' })
})

test('A4: an answer to an older version ends and its writer is told; one to this version goes on', () => {
  const live = createLiveAnswers(() => {})
  const signal = live.begin(talk, first)
  live.cutOlderThan(talk, 3)
  expect(signal.aborted).toBe(false)
  live.cutOlderThan(talk, 4)
  expect(signal.aborted).toBe(true)
  expect(live.append(talk, 'late')).toBeNull()
})

test('A3: turns come one after another, and one that throws does not stop the next', async () => {
  const errors: unknown[] = []
  const live = createLiveAnswers((error) => errors.push(error))
  const order: string[] = []
  const release: (() => void)[] = []
  void live.enqueue(talk, 'msg_a', async () => {
    await new Promise<void>((resolve) => release.push(resolve))
    order.push('a')
    throw new Error('a failed')
  })
  const b = live.enqueue(talk, 'msg_b', async () => void order.push('b'))
  const other = live.enqueue('cnv_2', 'msg_c', async () => void order.push('other'))
  await other
  release[0]?.()
  await b
  expect(order).toEqual(['other', 'a', 'b'])
  expect(errors).toHaveLength(1)
  await live.idle()
  expect(live.turnOf('msg_a')).toBeUndefined()
})
