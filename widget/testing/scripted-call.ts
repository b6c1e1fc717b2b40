import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PassageReply, WidgetConfig } from '../../protocol/api.ts'
import type { PublicFace } from '../../protocol/authors.ts'
import type { Item } from '../../protocol/items.ts'
import type { AnswerMessage } from '../../protocol/messages.ts'
import { AppError } from '../../server/core/app-error.ts'
import type { ScriptedLog } from './scripted-log.ts'

export type ScriptedAnswer = Partial<Pick<AnswerMessage, 'citations' | 'items'>> & {
  text: string
  /** An offer of a person comes with it. */
  offers?: boolean
  /** Pieces that are streamed before the rest waits for `shop.release()`. */
  holdAfter?: number
  fails?: boolean
  /** The question is taken for the wish for a person: no answer is made. */
  handsOff?: boolean
}

/** A failure for the next calls that match: a status, or `cut` for a connection that breaks. */
export type Fault = {
  path: RegExp
  method?: string
  status: number | 'cut'
  code?: string
  retryAfter?: number
  times: number
  /** The command is carried out and only its reply is lost. */
  after?: boolean
}

export type ScriptedShop = {
  origin: string
  config: WidgetConfig
  items: Item[]
  passages: PassageReply[]
  around: PublicFace[]
  answers: ScriptedAnswer[]
  faults: Fault[]
  /** Every request, as `METHOD /path`. */
  requests: string[]
  logs: Map<string, ScriptedLog>
  sockets: { count: number; refuse: boolean; dropAll(): void }
  only(): ScriptedLog
  release(): void
  close(): Promise<void>
}

export type Call = {
  method: string
  url: URL
  request: IncomingMessage
  response: ServerResponse
  body: unknown
}

export function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

/** As the server does: the code decides the status. */
export function refuse(response: ServerResponse, error: AppError): void {
  const { status, code, message, details } = error
  send(response, status, {
    error: { code, message, requestId: 'req', ...(details && { details }) },
  })
}

export function absent(): AppError {
  return new AppError('not_found', 'There is no such thing.')
}
