import type { StreamFrame } from '../../../protocol/frames.ts'
import { parseJson } from '../storage/parse-json.ts'

/**
 * The frames of a server-sent stream, one `data` field each. Comments keep proxies awake and say
 * nothing here; a frame that is not JSON is passed over.
 */
export async function readFrames(
  response: Response,
  onFrame: (frame: StreamFrame) => void,
): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let buffered = ''
  for (;;) {
    const part = await reader?.read()
    if (!part || part.done) return
    buffered += part.value
    const lines = buffered.split(/\r\n|\n|\r(?!$)/)
    buffered = lines.pop() ?? ''
    for (const line of lines) {
      const data = /^data: ?(.*)/s.exec(line)?.[1]
      const frame = parseJson<StreamFrame>(data)
      if (frame) onFrame(frame)
    }
  }
}
