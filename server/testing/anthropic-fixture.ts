import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import * as v from 'valibot'
import type { FixtureEvent } from './anthropic-events.ts'

const ContentBlock = v.looseObject({
  type: v.string(),
  text: v.optional(v.string()),
  source: v.optional(v.string()),
  title: v.optional(v.string()),
  content: v.optional(v.array(v.looseObject({ type: v.string(), text: v.string() }))),
  citations: v.optional(v.unknown()),
  cache_control: v.optional(v.unknown()),
})
const RequestBody = v.looseObject({
  model: v.string(),
  max_tokens: v.number(),
  stream: v.optional(v.boolean()),
  system: v.array(ContentBlock),
  messages: v.array(v.object({ role: v.string(), content: v.array(ContentBlock) })),
})
export type FixtureBody = v.InferOutput<typeof RequestBody>
export type FixtureRequest = {
  headers: IncomingMessage['headers']
  raw: string
  body: FixtureBody
  /** Settles when the connection is over, whoever ended it. */
  closed: Promise<void>
}

export type FixtureReply =
  /** `ending`: what comes after the events; `stall` keeps the connection open without a word. */
  | { events: FixtureEvent[]; ending?: 'whole' | 'cut' | 'stall' }
  | { status: number; type: string; headers?: Record<string, string> }
  | 'silence'

export type AnthropicFixture = {
  url: string
  requests: FixtureRequest[]
  /** What it says to the requests from here on; `n` counts them from 0. */
  replyWith(reply: (body: FixtureBody, n: number) => FixtureReply): void
  close(): Promise<void>
}

/** The Messages API as far as an answer needs it, on a port of its own. Refuses what the API would. */
export async function startAnthropicFixture(): Promise<AnthropicFixture> {
  const requests: FixtureRequest[] = []
  let reply: (body: FixtureBody, n: number) => FixtureReply = () => 'silence'
  let first = 0
  const server = createServer(async (request, response) => {
    let raw = ''
    for await (const chunk of request) raw += chunk
    const body = v.parse(RequestBody, JSON.parse(raw))
    const closed = new Promise<void>((resolve) => response.on('close', resolve))
    requests.push({ headers: request.headers, raw, body, closed })
    const refused = refusal(body)
    if (refused) sendError(response, 400, 'invalid_request_error', {}, refused)
    else send(response, reply(body, requests.length - 1 - first))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    replyWith(next) {
      reply = next
      first = requests.length
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function send(response: ServerResponse, reply: FixtureReply): void {
  if (reply === 'silence') return
  if ('status' in reply) {
    sendError(response, reply.status, reply.type, reply.headers ?? {}, reply.type)
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.flushHeaders()
  const text = reply.events.map((e) => `event: ${e.type}\ndata: ${JSON.stringify(e)}\n\n`).join('')
  if (reply.ending === 'cut') response.write(text, () => response.destroy())
  else if (reply.ending === 'stall') response.write(text)
  else response.end(text)
}

function sendError(
  response: ServerResponse,
  status: number,
  type: string,
  headers: Record<string, string>,
  message: string,
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify({ type: 'error', error: { type, message } }))
}

/** What the version of 2026-10-21 answers with 400. */
function refusal(body: FixtureBody): string | undefined {
  const gone = ['temperature', 'top_p', 'top_k'].find((name) => name in body)
  if (gone) return `${gone}: Extra inputs are not permitted`
  if (body.messages.at(-1)?.role !== 'user') return 'The conversation must end with a user message.'
  const blocks = body.messages.flatMap(({ role, content }) => content.map((b) => ({ role, ...b })))
  if (blocks.some((b) => b.role === 'user' && b.type === 'text' && b.citations)) {
    return 'citations: not allowed on a text block in a user message'
  }
  const enabled = blocks
    .filter((b) => b.type === 'search_result')
    .map((b) => isEnabled(b.citations))
  if (new Set(enabled).size > 1) return 'citations must be enabled on all search results or on none'
  if (blocks.some((b) => b.type === 'text' && !b.text?.trim())) return 'text must be non-empty'
  return undefined
}

function isEnabled(citations: unknown): boolean {
  return v.is(v.object({ enabled: v.literal(true) }), citations)
}
