import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConversationEvent } from '../../../protocol/events.ts'
import { createEventLog } from './event-log.ts'

/** The visitor's part of a log: seqs with holes where staff's events stand, each naming the one before. */
function visibleLog(seqs: number[]): ConversationEvent[] {
  return seqs.map(
    (seq, index) =>
      ({
        id: `evt_${seq}`,
        seq,
        prev: seqs[index - 1] ?? 0,
        type: 'handoff.declined',
      }) as unknown as ConversationEvent,
  )
}

function taking() {
  const taken: number[] = []
  return { taken, log: createEventLog((event) => taken.push(event.seq)) }
}

describe('event log', () => {
  it('takes events in order over holes that only staff can see', () => {
    const { taken, log } = taking()
    const missing = visibleLog([1, 2, 5, 9]).map(log.receive)
    expect(taken).toEqual([1, 2, 5, 9])
    expect(missing).toEqual([false, false, false, false])
  })

  it('holds what comes too early and says that something is missing', () => {
    const { taken, log } = taking()
    const [one, two, three] = visibleLog([1, 3, 4])
    if (!one || !two || !three) throw new Error('unreachable')
    expect(log.receive(one)).toBe(false)
    expect(log.receive(three)).toBe(true)
    expect(taken).toEqual([1])
    expect(log.receive(two)).toBe(false)
    expect(taken).toEqual([1, 3, 4])
  })

  it('is not wedged by a hole: after a page the end of the log is the cursor', () => {
    const { taken, log } = taking()
    const [one, two] = visibleLog([1, 8])
    if (!one || !two) throw new Error('unreachable')
    log.receivePage([one], 7)
    expect(log.cursor()).toBe(7)
    expect(log.receive({ ...two, prev: 7 })).toBe(false)
    expect(taken).toEqual([1, 8])
  })

  it('takes each event once and in order, however often and in what order it comes, once a page fills the gaps', () => {
    const deliveries = fc
      .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 })
      .chain((seqs) => {
        const log = visibleLog(seqs.sort((a, b) => a - b))
        return fc.record({
          log: fc.constant(log),
          order: fc.array(fc.constantFrom(...log), { maxLength: 60 }),
        })
      })
    fc.assert(
      fc.property(deliveries, ({ log, order }) => {
        const { taken, log: receiver } = taking()
        for (const event of order) {
          receiver.receive(event)
          expect(taken).toEqual(log.slice(0, taken.length).map(({ seq }) => seq))
        }
        receiver.receivePage(
          log.filter(({ seq }) => seq > receiver.cursor()),
          log.at(-1)?.seq,
        )
        expect(taken).toEqual(log.map(({ seq }) => seq))
      }),
    )
  })
})
