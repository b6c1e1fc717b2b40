import * as v from 'valibot'
import { CommandReply, StaffReply } from '../../../../protocol/api.ts'
import type { Conversation } from '../../../../protocol/conversations.ts'
import { ErrorBody, type ErrorCode } from '../../../../protocol/errors.ts'
import type { ConversationEvent } from '../../../../protocol/events.ts'
import type { StreamFrame } from '../../../../protocol/frames.ts'
import type { Command, History } from '../history.ts'
import type { Random } from '../random.ts'
import { pause } from '../until.ts'
import { readStreamFrames } from './read-stream-frames.ts'

const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 2000
/** Above the worst stall of a commit, and above what an answer takes. */
const REPLY_WITHIN_MS = 8000

export type Sent =
  | { kind: 'ok'; conversation: Conversation; events: ConversationEvent[] }
  | { kind: 'refused'; code: ErrorCode }

/** `fetch`, or an app called without a network. */
export type RequestServer = (url: string, init: RequestInit) => Response | Promise<Response>

export type SendOptions = {
  request: RequestServer
  history: History
  random: Random
  /** The base of the shop's routes. */
  url: string
  headers: Record<string, string>
  command: Command
  path: string
  body: Record<string, unknown>
  /** Ask for the frames of a message's stream instead of one reply. */
  onFrame?: ((frame: StreamFrame) => void) | undefined
  /** Each attempt goes out as so many requests at once. */
  copies: number
  /** A client that gives each attempt an id of its own: the fault that idempotency is there for. */
  forgetsItsId?: boolean
  /** Once it holds, what has no reply is given up. */
  isOver(): boolean
}

/**
 * Sends a command until the server says what became of it, always under the same `clientId`, and notes
 * that in the history. Waits between attempts with full jitter. Undefined when it was given up.
 */
export async function sendCommand(options: SendOptions): Promise<Sent | undefined> {
  const { history, command, random } = options
  const { clientId } = command
  history.add({ kind: 'invoke', command })
  for (let attempt = 0; !options.isOver(); attempt++) {
    const outcome = await attemptOnce(options, attempt)
    if (outcome) {
      history.add({ ...outcome, clientId })
      return outcome
    }
    await pause(random.between(0, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 1.6 ** attempt)))
  }
  history.add({ kind: 'unknown', clientId })
  return undefined
}

/** The first definite word on any of the copies. */
async function attemptOnce(options: SendOptions, attempt: number): Promise<Sent | undefined> {
  const copies = Array.from({ length: options.copies }, (_, copy) =>
    post(options, `${attempt}-${copy}`, copy === 0 ? options.onFrame : undefined).then((sent) => {
      if (!sent) throw new Error('nothing definite')
      return sent
    }),
  )
  return Promise.any(copies).catch((error: AggregateError) => {
    const broken = error.errors.find((cause) => cause instanceof v.ValiError)
    if (broken) throw broken
    return undefined
  })
}

async function post(
  options: SendOptions,
  attempt: string,
  onFrame: SendOptions['onFrame'],
): Promise<Sent | undefined> {
  const { request, url, path, headers, command, body } = options
  const clientId = options.forgetsItsId ? `${command.clientId}-${attempt}` : command.clientId
  const response = await request(url + path, {
    method: 'POST',
    headers: { ...headers, ...(onFrame && { accept: 'text/event-stream' }) },
    body: JSON.stringify({ ...body, clientId }),
    signal: AbortSignal.timeout(REPLY_WITHIN_MS),
  })
  if (response.status === 429 || response.status >= 500) return undefined
  if (!response.ok) {
    const { error } = v.parse(ErrorBody, await response.json())
    return { kind: 'refused', code: error.code }
  }
  if (onFrame) return readStream(response, clientId, onFrame)
  const reply: unknown = await response.json()
  const isStaff = 'cookie' in headers
  return { kind: 'ok', ...(isStaff ? v.parse(StaffReply, reply) : v.parse(CommandReply, reply)) }
}

/** `open` comes after the commit: from there on the command is acknowledged, even if the stream is cut. */
async function readStream(
  response: Response,
  clientId: string,
  onFrame: (frame: StreamFrame) => void,
): Promise<Sent | undefined> {
  let conversation: Conversation | undefined
  const events: ConversationEvent[] = []
  try {
    for await (const frame of readStreamFrames(response)) {
      if (frame.type === 'open') conversation = frame.conversation
      if (frame.type === 'event' && frame.event.clientId === clientId) events.push(frame.event)
      onFrame(frame)
    }
  } catch (error) {
    if (error instanceof v.ValiError) throw error
  }
  return conversation && { kind: 'ok', conversation, events }
}
