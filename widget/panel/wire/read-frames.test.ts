import { expect, it } from 'vitest'
import type { StreamFrame } from '../../../protocol/frames.ts'
import { readFrames } from './read-frames.ts'

async function read(...pieces: string[]): Promise<StreamFrame[]> {
  const bytes = new TextEncoder()
  const body = new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(bytes.encode(piece))
      controller.close()
    },
  })
  const frames: StreamFrame[] = []
  await readFrames(new Response(body), (frame) => frames.push(frame))
  return frames
}

const dropped = (messageId: string) =>
  `event: dropped\ndata: ${JSON.stringify({ type: 'dropped', messageId })}\n\n`

it('reads frames that come in any pieces, past comments and what is no JSON', async () => {
  const stream = `: awake\n\ndata: {broken\n\n${dropped('one')}${dropped('two')}`
  const whole = await read(stream)
  expect(whole.map((frame) => frame.type)).toEqual(['dropped', 'dropped'])
  for (let at = 1; at < stream.length; at += 3) {
    expect(await read(stream.slice(0, at), stream.slice(at))).toEqual(whole)
  }
})

it('V48: loses no frame for a line or paragraph separator in its text', async () => {
  const messageId = 'a\u2028b\u2029c\u0085d\r\ne'
  expect(await read(dropped(messageId))).toEqual([{ type: 'dropped', messageId }])
})
