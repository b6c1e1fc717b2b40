import { ASSISTANT } from '../../server/conversations/log/authors.ts'
import { newId } from '../../server/core/new-id.ts'
import { CITATIONS } from '../../widget/testing/marlow.ts'
import type { ScriptedLog } from '../../widget/testing/scripted-log.ts'
import { answerTokens, TOKENS_PER_SECOND } from './tokens.ts'

const TICK_MS = 5

/** Streams one answer to the newest question at 200 tokens a second, a frame each, and commits it. */
export async function streamAnswer(log: ScriptedLog): Promise<void> {
  const answers = await newestQuestion(log)
  const messageId = newId('msg')
  const { version } = log.conversation
  const tokens = answerTokens()
  const startedAt = performance.now()
  let text = ''
  for (let sent = 0; sent < tokens.length; ) {
    await new Promise((go) => setTimeout(go, TICK_MS))
    // By the clock and not by the tick: a busy machine stretches ticks.
    const due = Math.floor(((performance.now() - startedAt) * TOKENS_PER_SECOND) / 1000)
    for (const token of tokens.slice(sent, due)) {
      log.tell({ type: 'delta', messageId, answers, version, offset: text.length, text: token })
      text += token
      log.live = { messageId, answers, version, text }
    }
    sent = Math.max(sent, Math.min(due, tokens.length))
  }
  log.live = null
  const message = { id: messageId, text, answers, citations: CITATIONS, items: [] }
  log.append({ type: 'message.created', author: ASSISTANT, message })
}

/** Waits until the last event is the shopper's question. */
async function newestQuestion(log: ScriptedLog) {
  for (;;) {
    const last = log.events.at(-1)
    if (last?.type === 'message.created' && last.author.kind === 'visitor') return last.message.id
    await new Promise((go) => setTimeout(go, TICK_MS))
  }
}
