import type Anthropic from '@anthropic-ai/sdk'
import type { AnswerWriter } from '../answer-writer.ts'
import { GET_A_PERSON } from '../prompt.ts'
import type { Citations } from './cite-notes.ts'
import { ClaudeFailure } from './claude-failure.ts'

export type StreamOutcome = { text: string; wantsPerson: boolean }

/** What one stream cost in tokens, as far as it came: counted while it is read, kept when it breaks. */
export type Usage = { input: number; output: number }

/** Three short sentences and a list stay far below it; what is longer is no answer, and each piece is read. */
const TEXT_LIMIT_UNITS = 4_000

type Events = AsyncIterable<Anthropic.RawMessageStreamEvent>
type Sinks = { writer: AnswerWriter; citations: Citations; usage: Usage; word(): void }

/**
 * Reads a stream to its end into the writer. A block's citations may come before its text or after it, so
 * its marks are set when it ends. Rejects with a `ClaudeFailure` on any end that is no answer, which ends the call.
 */
export async function readStream(events: Events, sinks: Sinks): Promise<StreamOutcome> {
  let cited: Anthropic.TextCitation[] = []
  let blockText = ''
  let textUnits = 0
  let wantsPerson = false
  let stopReason: Anthropic.StopReason | null = null
  let stopped = false
  for await (const event of events) {
    switch (event.type) {
      case 'message_start':
        sinks.usage.input = inputTokens(event.message.usage)
        break
      case 'content_block_start':
        cited = []
        blockText = ''
        if (event.content_block.type === 'tool_use') {
          sinks.word()
          wantsPerson ||= event.content_block.name === GET_A_PERSON.name
        }
        break
      case 'content_block_delta':
        if (event.delta.type === 'citations_delta') cited.push(event.delta.citation)
        if (event.delta.type !== 'text_delta') break
        sinks.word()
        blockText += event.delta.text
        sinks.usage.output += Math.ceil(event.delta.text.length / 2)
        textUnits += event.delta.text.length
        if (textUnits > TEXT_LIMIT_UNITS) throw new ClaudeFailure('answer_too_long')
        sinks.writer.append(event.delta.text)
        break
      case 'content_block_stop':
        if (blockText.trim() !== '') sinks.writer.mark(sinks.citations.numbersOf(cited))
        cited = []
        break
      case 'message_delta':
        stopReason = event.delta.stop_reason
        sinks.usage.output = event.usage.output_tokens
        break
      case 'message_stop':
        stopped = true
    }
  }
  if (!stopped) throw new ClaudeFailure('stream_cut')
  checkStop(stopReason)
  const text = sinks.writer.finish()
  if (text === '' && !wantsPerson) throw new ClaudeFailure('empty_answer')
  return { text, wantsPerson }
}

function checkStop(reason: Anthropic.StopReason | null): void {
  if (reason === 'refusal') throw new ClaudeFailure('refusal')
  if (reason !== 'end_turn' && reason !== 'tool_use' && reason !== 'stop_sequence') {
    throw new ClaudeFailure('answer_too_long')
  }
}

/** All that was read: new, written to the cache, and from it. */
function inputTokens(usage: Anthropic.Usage): number {
  return (
    usage.input_tokens +
    (usage.cache_creation_input_tokens ?? 0) +
    (usage.cache_read_input_tokens ?? 0)
  )
}
