import type { CommandReply } from '../../protocol/api.ts'
import type { ConversationEvent } from '../../protocol/events.ts'
import type { Room, StreamFrame } from '../../protocol/frames.ts'
import { settledQuestion } from '../../protocol/pure/settled-question.ts'
import { type Call, send } from './scripted-call.ts'
import type { ScriptedLog } from './scripted-log.ts'

/** As JSON what a command did, or what it did when it came before. */
export function reply({ response }: Call, log: ScriptedLog, room: Room, clientId: string): void {
  const events = eventsOfCommand(log, clientId)
  const body: CommandReply = { conversation: log.conversation, events, room }
  send(response, 200, body)
}

/** What a message did: as a stream of frames when it is asked for, else as JSON once all is said. */
export async function replyToMessage(
  call: Call,
  log: ScriptedLog,
  room: Room,
  clientId: string,
): Promise<void> {
  const { request, response } = call
  if (!request.headers.accept?.includes('text/event-stream')) {
    await settled(log, clientId)
    return reply(call, log, room, clientId)
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  const write = (frame: StreamFrame) => response.write(`data: ${JSON.stringify(frame)}\n\n`)
  write({ type: 'open', conversation: log.conversation, room })
  response.write(': awake\n\n')
  const firstSeq = eventsOfCommand(log, clientId)[0]?.seq ?? 0
  for (const event of log.events) if (event.seq >= firstSeq) write({ type: 'event', event })
  if (log.live) write({ type: 'delta', ...log.live, offset: 0 })
  const listener: Parameters<typeof log.listeners.add>[0] = (frame) => {
    if (frame.type === 'event' || frame.type === 'delta' || frame.type === 'dropped') write(frame)
  }
  log.listeners.add(listener)
  response.on('close', () => log.listeners.delete(listener))
  await settled(log, clientId)
  log.listeners.delete(listener)
  write({ type: 'done', conversation: log.conversation })
  response.end()
}

/** A command's main event, what stands beside it, and whatever answered its question. */
function eventsOfCommand(log: ScriptedLog, clientId: string): ConversationEvent[] {
  const main = log.events.find((event) => event.clientId === clientId)
  const question = main?.type === 'message.created' && main.message.id
  if (!main) return []
  return log.events.filter(
    (event) =>
      event === main ||
      event.cause === main.seq ||
      (question && settledQuestion(event) === question),
  )
}

/** Settles when the command's question has its answer or its failure, or is no longer owed one. */
function settled(log: ScriptedLog, clientId: string): Promise<void> {
  const main = log.events.find((event) => event.clientId === clientId)
  const question = main?.type === 'message.created' && main.message.id
  const isSettled = () =>
    !question ||
    log.conversation.phase.name !== 'assistant' ||
    log.events.some((event) => settledQuestion(event) === question)
  if (isSettled()) return Promise.resolve()
  return new Promise((resolve) => {
    const look = () => {
      if (!isSettled()) return
      log.listeners.delete(look)
      resolve()
    }
    log.listeners.add(look)
  })
}
