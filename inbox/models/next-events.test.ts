import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ConversationEvent } from '../../protocol/events.ts'
import { tellLongConversation } from '../testing/long-conversation.ts'
import { nextEvents } from './next-events.ts'

const LOG = tellLongConversation(30).events

test('I2, I3: whatever the order and however often events come, the log holds each once and in order', () => {
  const deliveries = fc.shuffledSubarray([...LOG.keys(), ...LOG.keys()], {
    minLength: 2 * LOG.length,
  })
  fc.assert(
    fc.property(deliveries, fc.integer({ min: 1, max: 7 }), (order, batch) => {
      const early = new Map<number, ConversationEvent>()
      const log: ConversationEvent[] = []
      for (let from = 0; from < order.length; from += batch) {
        const came = order.slice(from, from + batch).flatMap((index) => LOG[index] ?? [])
        log.push(...nextEvents(log.at(-1)?.seq ?? 0, early, came, false))
      }
      expect(log).toEqual(LOG)
      expect(early.size).toBe(0)
    }),
  )
})

test('R5: an event that comes too early is held until the one before it is there', () => {
  const early = new Map<number, ConversationEvent>()
  const [first, second, third] = LOG
  if (!first || !second || !third) throw new Error('the log is too short')
  expect(nextEvents(0, early, [first, third], false)).toEqual([first])
  expect([...early.keys()]).toEqual([3])
  expect(nextEvents(1, early, [second], false)).toEqual([second, third])
})

test('a hole in what the server told as a whole stops nothing', () => {
  const early = new Map<number, ConversationEvent>()
  const holed = LOG.filter(({ seq }) => seq !== 2)
  expect(nextEvents(0, early, holed, true)).toEqual(holed)
})
