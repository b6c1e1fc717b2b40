import { expect, test } from 'vitest'
import { createTurns } from './create-turns.ts'

test('V32: so many pieces of work run at once, the rest in order as those end, well or badly', async () => {
  const inTurn = createTurns(2)
  const begun: number[] = []
  const ends: (() => void)[] = []
  const turns = Array.from({ length: 5 }, (_, n) =>
    inTurn(
      () =>
        new Promise<void>((resolve, reject) => {
          begun.push(n)
          ends.push(n === 1 ? () => reject(new Error('it failed')) : resolve)
        }),
    ),
  )
  const settled = Promise.allSettled(turns)
  const begins = (all: number[]) => expect.poll(() => begun).toEqual(all)
  await begins([0, 1])
  ends[1]?.()
  await begins([0, 1, 2])
  ends[2]?.()
  await begins([0, 1, 2, 3])
  ends[0]?.()
  ends[3]?.()
  await begins([0, 1, 2, 3, 4])
  ends[4]?.()
  const failed = (await settled).map(({ status }) => status === 'rejected')
  expect(failed).toEqual([false, true, false, false, false])
})
