import type Anthropic from '@anthropic-ai/sdk'
import type { Question, Turn } from '../answerer.ts'
import { conversationPrompt, GET_A_PERSON, SYSTEM_PROMPT } from '../prompt.ts'
import { modelSettings } from './model-settings.ts'
import type { Note } from './notes.ts'

const HISTORY_TURNS = 8
const TURN_LIMIT = 1_500
/** Below 512 tokens a prefix is not cached and says nothing about it. */
const CACHEABLE_UNITS = 512 * 4

/** The request, streaming. Notes stand before the question in the last turn; nothing personal is in the cached prefix. */
export function buildRequest(
  model: string,
  question: Question,
  notes: readonly Note[],
): Anthropic.MessageCreateParamsStreaming {
  return {
    ...modelSettings(model),
    system: [
      {
        type: 'text',
        text: SYSTEM_PROMPT,
        ...(SYSTEM_PROMPT.length >= CACHEABLE_UNITS && { cache_control: { type: 'ephemeral' } }),
      },
      { type: 'text', text: conversationPrompt(question.language) },
    ],
    tools: [GET_A_PERSON],
    messages: inTurns([
      ...question.history.slice(-HISTORY_TURNS).map(historyMessage),
      { role: 'user', content: [...notes.flatMap(searchResult), textBlock(question.text)] },
    ]),
    stream: true,
  }
}

/** The most that reading it can cost: a token is seldom less than three bytes. */
export function estimateInputTokens(request: Anthropic.MessageCreateParamsStreaming): number {
  return Math.ceil(new TextEncoder().encode(JSON.stringify(request)).length / 3)
}

type Message = { role: 'user' | 'assistant'; content: Anthropic.ContentBlockParam[] }

function historyMessage({ by, text }: Turn): Message {
  const short = Array.from(text).slice(0, TURN_LIMIT).join('')
  if (by === 'visitor') return { role: 'user', content: [textBlock(short)] }
  const said = by === 'teammate' ? `(A person of the shop wrote:) ${short}` : withoutMarks(short)
  return { role: 'assistant', content: [textBlock(said)] }
}

/** The marks of an old answer count its own sources, which are not here any more. */
function withoutMarks(text: string): string {
  return text.replace(/ ?\[\d{1,2}\]/g, '')
}

/** Turns alternate and the shopper has the first. */
function inTurns(messages: Message[]): Message[] {
  const turns: Message[] = []
  for (const { role, content } of messages) {
    const last = turns.at(-1)
    if (last?.role === role) last.content.push(...content)
    else if (last || role === 'user') turns.push({ role, content: [...content] })
  }
  return turns
}

function searchResult(note: Note): Anthropic.SearchResultBlockParam[] {
  if (note.sentences.length === 0) return []
  return [
    {
      type: 'search_result',
      source: note.passageId,
      title: note.title,
      content: note.sentences.map(({ text }) => textBlock(text)),
      citations: { enabled: true },
    },
  ]
}

/** The API takes no text without a letter in it. */
function textBlock(text: string): Anthropic.TextBlockParam {
  return { type: 'text', text: text.trim() === '' ? '…' : text }
}
