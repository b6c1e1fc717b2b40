import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { StreamFrame } from '../../../protocol/frames.ts'
import { readFrames } from './read-frames.ts'

const FRAMES = [
  {
    type: 'delta',
    messageId: 'msg_a',
    answers: 'msg_q',
    version: 0,
    offset: 0,
    text: 'Zwölf „Knöpfe“ 💍\n',
  },
  { type: 'dropped', messageId: 'msg_a' },
  { type: 'error', code: 'internal' },
] as StreamFrame[]

async function read(chunks: Uint8Array<ArrayBuffer>[]): Promise<StreamFrame[]> {
  const frames: StreamFrame[] = []
  const body = new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
  await readFrames(new Response(body), (frame) => frames.push(frame))
  return frames
}

it('reads frames whatever the network cuts, with any line ends and comments between', async () => {
  const wire = fc.record({
    lineEnd: fc.constantFrom('\n', '\r\n'),
    cuts: fc.array(fc.nat(500), { maxLength: 20 }),
  })
  await fc.assert(
    fc.asyncProperty(wire, async ({ lineEnd, cuts }) => {
      const text = FRAMES.map(
        (frame) => `data: ${JSON.stringify(frame)}${lineEnd}${lineEnd}: awake${lineEnd}${lineEnd}`,
      )
      const bytes = new TextEncoder().encode(text.join(''))
      const at = [
        0,
        ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b),
        bytes.length,
      ]
      const chunks = at.slice(1).map((end, index) => bytes.slice(at[index], end))
      expect(await read(chunks)).toEqual(FRAMES)
    }),
  )
})

it('passes over what is no frame', async () => {
  const text = 'event: x\ndata: {broken\n\ndata: {"type":"dropped","messageId":"msg_a"}\n\n'
  expect(await read([new TextEncoder().encode(text)])).toEqual([FRAMES[1]])
})

it('V48: loses no frame for a line or paragraph separator in its text', async () => {
  const frames = [{ ...FRAMES[0], text: 'One\u2028two\u2029three\u0085four' }]
  const text = `data: ${JSON.stringify(frames[0])}\n\n`
  expect(await read([new TextEncoder().encode(text)])).toEqual(frames)
})

it('V48: loses no frame for a line or paragraph separator in its text', async () => {
  const frame = { type: 'dropped', messageId: 'a\u2028b\u2029c\u0085d\r\ne' }
  const text = `data: ${JSON.stringify(frame)}\n\n`
  expect(await read([new TextEncoder().encode(text)])).toEqual([frame])
})
