import type Anthropic from '@anthropic-ai/sdk'
import type { Citation } from '../../../protocol/messages.ts'
import { createAnswerWriter, UngroundedClaim } from '../answer-writer.ts'
import { citeNotes } from './cite-notes.ts'
import { ClaudeFailure, claudeFailure } from './claude-failure.ts'
import { noteGrounds } from './note-grounds.ts'
import type { Note } from './notes.ts'
import { readStream, type Usage } from './read-stream.ts'
import { createWatchdog, type WatchdogTimes } from './watchdog.ts'

export type ClaudeCall = {
  request: Anthropic.MessageCreateParamsStreaming
  /** What reading the request costs at most: it counts until the API says what it did cost. */
  inputTokens: number
  notes: readonly Note[]
  /** Of the page's item: its row grounds a claim without being cited. */
  itemCode: string | undefined
  /** Links to these stay links. */
  origins: readonly string[]
  times: WatchdogTimes
  signal: AbortSignal
  emit(text: string, citations: readonly Citation[]): void
  usage: Usage
}

export type ClaudeReply = { text: string; citations: Citation[]; wantsPerson: boolean }

/** One call of the model, retried once by the SDK before its first byte; one that was refused or not reached costs nothing. Rejects with a `ClaudeFailure`, or with the signal's reason. */
export async function askClaude(
  client: () => Promise<Anthropic>,
  call: ClaudeCall,
): Promise<ClaudeReply> {
  const watchdog = createWatchdog(call.times)
  const signal = AbortSignal.any([call.signal, watchdog.signal])
  let began = false
  try {
    const api = await client()
    signal.throwIfAborted()
    call.usage.input = call.inputTokens
    const events = await api.messages.create(call.request, { signal })
    began = true
    return await readReply(events, call, watchdog.word, signal)
  } catch (error) {
    if (!began && !signal.aborted) call.usage.input = 0
    call.signal.throwIfAborted()
    if (error instanceof UngroundedClaim) throw new ClaudeFailure('ungrounded_claim')
    throw claudeFailure(watchdog.signal.aborted ? watchdog.signal.reason : error, began)
  } finally {
    watchdog.stop()
  }
}

async function readReply(
  events: AsyncIterable<Anthropic.RawMessageStreamEvent>,
  call: ClaudeCall,
  word: () => void,
  signal: AbortSignal,
): Promise<ClaudeReply> {
  const citations = citeNotes(call.notes)
  const writer = createAnswerWriter({
    origins: call.origins,
    grounds: noteGrounds(call.notes, call.itemCode, citations.list),
    emit: (text) => {
      signal.throwIfAborted()
      call.emit(text, citations.list())
    },
  })
  const outcome = await readStream(events, { writer, citations, usage: call.usage, word })
  signal.throwIfAborted()
  return { ...outcome, citations: citations.list() }
}
