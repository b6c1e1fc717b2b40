import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ConversationEvent } from '../events.ts'
import { orderEvents } from './order-events.ts'

const byPrev = (event: ConversationEvent) => event.prev
const bySeq = (event: ConversationEvent) => event.seq - 1
const seqs = (events: ConversationEvent[]) => events.map(({ seq }) => seq)

/** Events with these seqs, each naming the one before: what a visitor sees between events of the team's. */
function logOf(numbers: number[]): ConversationEvent[] {
  return numbers.map((seq, index) => {
    const stamp = { id: `evt_${seq}`, seq, prev: numbers[index - 1] ?? 0 }
    // Nothing but the stamp is looked at here.
    return { ...stamp, type: 'handoff.declined' } as unknown as ConversationEvent
  })
}

const visitorLogs = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 })
  .map((numbers) => logOf(numbers.sort((a, b) => a - b)))
const staffLogs = fc
  .integer({ min: 1, max: 20 })
  .map((n) => logOf(Array.from(Array(n), (_, i) => i + 1)))

test.each([
  ['visitors', visitorLogs, byPrev],
  ['staff', staffLogs, bySeq],
])(
  'I2, I3: %s get each event once and in order, whatever comes how often, once a page fills the gaps',
  (_, logs, before) => {
    const deliveries = logs.chain((log) =>
      fc.record({
        log: fc.constant(log),
        bundles: fc.array(fc.array(fc.constantFrom(...log), { maxLength: 5 }), { maxLength: 40 }),
      }),
    )
    fc.assert(
      fc.property(deliveries, ({ log, bundles }) => {
        const order = orderEvents(before)
        const taken: ConversationEvent[] = []
        for (const came of bundles) {
          taken.push(...order.take(came))
          expect(taken).toEqual(log.slice(0, taken.length))
          expect(order.cursor()).toBe(taken.at(-1)?.seq ?? 0)
        }
        const page = log.filter(({ seq }) => seq > order.cursor())
        taken.push(...order.take(page, log.at(-1)?.seq))
        expect(taken).toEqual(log)
        expect(order.isMissing()).toBe(false)
      }),
    )
  },
)

test('a visitor’s events follow each other over holes that only staff can see', () => {
  const order = orderEvents(byPrev)
  for (const event of logOf([1, 2, 5, 9])) {
    expect(order.take([event])).toEqual([event])
    expect(order.isMissing()).toBe(false)
  }
})

test('R5: what comes too early is held, and is missed until the one before it is there', () => {
  const [one, two, three] = logOf([1, 3, 4])
  if (!one || !two || !three) throw new Error('unreachable')
  const order = orderEvents(byPrev)
  expect(seqs(order.take([three, one]))).toEqual([1])
  expect(order.isMissing()).toBe(true)
  expect(seqs(order.take([two]))).toEqual([3, 4])
  expect(order.isMissing()).toBe(false)
})

test('a hole in what the log is told whole stops nothing, neither within it nor at its end', () => {
  const [one, three, eight] = logOf([1, 3, 8])
  if (!one || !three || !eight) throw new Error('unreachable')
  const order = orderEvents(bySeq)
  expect(seqs(order.take([one, three], 7))).toEqual([1, 3])
  expect(order.cursor()).toBe(7)
  expect(seqs(order.take([eight]))).toEqual([8])
})

test('an event that waited is let go by the page that goes up to it', () => {
  const [one, two, three] = logOf([1, 2, 3])
  if (!one || !two || !three) throw new Error('unreachable')
  const order = orderEvents(bySeq)
  order.take([three])
  expect(seqs(order.take([one, two], 2))).toEqual([1, 2, 3])
})
