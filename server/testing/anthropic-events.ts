import type Anthropic from '@anthropic-ai/sdk'

type Cited = { source: string; from: number; to: number; text: string }
export type FixtureBlock =
  | { text: string; cites?: Cited[] }
  | { thinking: string }
  | { tool: string }

export type FixtureEvent =
  | Anthropic.RawMessageStreamEvent
  | { type: 'ping' }
  | { type: 'error'; error: { type: string; message: string } }

/** How the stream ends, and whether a block's citations follow its text instead of leading it. */
export type MessageOptions = {
  stop?: Anthropic.StopReason
  citeLast?: boolean
  usage?: { input: number; output: number }
}

const USAGE = {
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 0,
  cache_creation: null,
  server_tool_use: null,
  service_tier: 'standard',
  inference_geo: null,
  output_tokens_details: null,
  speed: null,
} as const

/** What the API streams for a message of these blocks, text in pieces of a few characters. */
export function messageEvents(
  blocks: FixtureBlock[],
  { stop, citeLast = false, usage = { input: 10, output: 42 } }: MessageOptions = {},
): FixtureEvent[] {
  const hasTool = blocks.some((block) => 'tool' in block)
  const counted = { ...USAGE, input_tokens: usage.input, output_tokens: 1 }
  return [
    {
      type: 'message_start',
      message: {
        id: 'msg_fixture',
        type: 'message',
        role: 'assistant',
        model: 'claude-haiku-5-5',
        content: [],
        stop_reason: null,
        stop_sequence: null,
        stop_details: null,
        container: null,
        diagnostics: null,
        usage: counted,
      },
    },
    { type: 'ping' },
    ...blocks.flatMap((block, index) => blockEvents(block, index, citeLast)),
    {
      type: 'message_delta',
      delta: {
        stop_reason: stop ?? (hasTool ? 'tool_use' : 'end_turn'),
        stop_sequence: null,
        stop_details: null,
        container: null,
      },
      usage: { ...counted, output_tokens: usage.output },
    },
    { type: 'message_stop' },
  ]
}

function blockEvents(block: FixtureBlock, index: number, citeLast: boolean): FixtureEvent[] {
  const end: FixtureEvent = { type: 'content_block_stop', index }
  if ('tool' in block) {
    const content_block = {
      type: 'tool_use' as const,
      id: `toolu_${index}`,
      name: block.tool,
      input: {},
      caller: { type: 'direct' as const },
    }
    const delta = { type: 'input_json_delta' as const, partial_json: '' }
    return [
      { type: 'content_block_start', index, content_block },
      { type: 'content_block_delta', index, delta },
      end,
    ]
  }
  if ('thinking' in block) {
    const { thinking } = block
    return [
      {
        type: 'content_block_start',
        index,
        content_block: { type: 'thinking', thinking: '', signature: '' },
      },
      {
        type: 'content_block_delta',
        index,
        delta: { type: 'thinking_delta', thinking },
      },
      end,
    ]
  }
  return [...textEvents(block, index, citeLast), end]
}

function textEvents(
  { text, cites }: { text: string; cites?: Cited[] },
  index: number,
  citeLast: boolean,
): FixtureEvent[] {
  const begin: FixtureEvent = {
    type: 'content_block_start',
    index,
    content_block: { type: 'text', text: '', citations: cites ? [] : null },
  }
  const words = (text.match(/.{1,12}/gsu) ?? []).map(
    (piece): FixtureEvent => ({
      type: 'content_block_delta',
      index,
      delta: { type: 'text_delta', text: piece },
    }),
  )
  const citations = (cites ?? []).map(
    (cited): FixtureEvent => ({
      type: 'content_block_delta',
      index,
      delta: { type: 'citations_delta', citation: searchCitation(cited) },
    }),
  )
  return citeLast ? [begin, ...words, ...citations] : [begin, ...citations, ...words]
}

function searchCitation({
  source,
  from,
  to,
  text,
}: Cited): Anthropic.CitationsSearchResultLocation {
  return {
    type: 'search_result_location',
    source,
    title: null,
    cited_text: text,
    // Counts over the whole request, so nobody should find a passage by it.
    search_result_index: 99,
    start_block_index: from,
    end_block_index: to,
  }
}
