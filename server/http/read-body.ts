import { AppError } from '../core/app-error.ts'

/** 4,000 code points, each escaped as `\uXXXX\uXXXX`, take 48,000 bytes. */
export const BODY_LIMIT_BYTES = 64 * 1024

/**
 * The request's body as text. Bytes are counted while they come, since a chunked body announces no
 * length; what is not UTF-8 is refused and not repaired.
 */
export async function readBody(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length')) > BODY_LIMIT_BYTES) throw tooLarge()
  if (!request.body) return ''
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader()
  let text = ''
  let lengthBytes = 0
  for (;;) {
    const { done, value } = await readChunk(reader)
    if (done) return text + decode(() => decoder.decode())
    lengthBytes += value.byteLength
    if (lengthBytes > BODY_LIMIT_BYTES) throw tooLarge()
    text += decode(() => decoder.decode(value, { stream: true }))
  }
}

async function readChunk(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read()
  } catch {
    throw new AppError('body_malformed', 'The body ended too early. Send it again.')
  }
}

function decode(step: () => string): string {
  try {
    return step()
  } catch {
    throw new AppError('body_malformed', 'The body is not valid UTF-8. Send it as UTF-8.')
  }
}

function tooLarge(): AppError {
  return new AppError('body_too_large', 'The body is larger than 64 KiB. Send less at once.', {
    limitBytes: BODY_LIMIT_BYTES,
  })
}
