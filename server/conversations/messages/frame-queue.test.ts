import { expect, test } from 'vitest'
import { createFrameQueue } from './frame-queue.ts'

test('what is pushed comes out in order, and after the close what is left, then the end', async () => {
  const queue = createFrameQueue<number>()
  queue.push(1)
  const read: number[] = []
  const reading = (async () => {
    for await (const frame of queue) read.push(frame)
  })()
  queue.push(2)
  await Promise.resolve()
  queue.push(3)
  queue.close()
  await reading
  expect(read).toEqual([1, 2, 3])
})
