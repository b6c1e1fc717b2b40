import * as v from 'valibot'
import { StreamFrame } from '../../../../protocol/frames.ts'

/** The frames of a message's own stream, as they come. */
export async function* readStreamFrames(response: Response): AsyncGenerator<StreamFrame> {
  if (!response.body) return
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true })
    const parts = text.split('\n\n')
    text = parts.pop() ?? ''
    for (const part of parts) {
      // Not `.` and `$`: a text may hold U+2028, which ends no line of the stream.
      const data = /(?:^|\n)data: ([^\n]*)/.exec(part)?.[1]
      if (data !== undefined) yield v.parse(StreamFrame, JSON.parse(data))
    }
  }
}
