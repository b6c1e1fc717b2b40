import type { StreamFrame } from '../../protocol/frames.ts'
import { readStreamFrames } from '../../server/testing/chaos/clients/read-stream-frames.ts'

/** Posts JSON to a shop's route and gives what comes back; throws what was refused. */
export async function callShop(
  url: string,
  headers: Record<string, string>,
  body: Record<string, unknown>,
): Promise<Response> {
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
  return response
}

export type TimedFrame = { frame: StreamFrame; afterMs: number }

/** Posts a message and notes when each frame of its stream came. */
export async function timeFrames(
  url: string,
  headers: Record<string, string>,
  body: Record<string, unknown>,
): Promise<TimedFrame[]> {
  const sentAt = performance.now()
  const response = await callShop(url, { ...headers, accept: 'text/event-stream' }, body)
  const frames: TimedFrame[] = []
  for await (const frame of readStreamFrames(response)) {
    frames.push({ frame, afterMs: performance.now() - sentAt })
  }
  return frames
}
