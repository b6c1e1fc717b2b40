import type { EventOf } from '../../protocol/events.ts'
import type { MessageId } from '../../protocol/ids.ts'
import { ASSISTANT, SYSTEM } from '../../server/conversations/log/authors.ts'
import { newId } from '../../server/core/new-id.ts'
import type { ScriptedAnswer } from './scripted-call.ts'
import type { ScriptedLog } from './scripted-log.ts'

/** Writes scripted answers, one at a time a conversation. Holds back what the test wants held back. */
export function createScriptedAnswers() {
  const turns = new Map<ScriptedLog, { version: number; done: Promise<void> }>()
  let waiting: (() => void)[] = []

  /** Streams the answer in pieces, then commits it, unless the conversation has left the `version` of the question. */
  async function answer(
    log: ScriptedLog,
    question: { id: MessageId; seq: number; version: number },
    script: ScriptedAnswer,
  ): Promise<void> {
    const { id: answers, seq: cause, version } = question
    const isOver = () => log.conversation.version !== version
    if (isOver()) return
    if (script.fails) {
      const code = 'assistant_unavailable'
      log.appendAll([
        { type: 'answer.failed', author: SYSTEM, cause, answers, code },
        'hidden',
        { type: 'handoff.offered', author: ASSISTANT, cause, reason: 'assistant_failed' },
      ])
      return
    }
    const messageId = newId('msg')
    let offset = 0
    for (const [index, text] of (script.text.match(/\S+\s*/g) ?? []).entries()) {
      if (index === script.holdAfter) await new Promise<void>((go) => waiting.push(go))
      if (isOver()) return
      log.live = { messageId, answers, version, text: script.text.slice(0, offset + text.length) }
      log.tell({ type: 'delta', messageId, answers, version, offset, text })
      offset += text.length
      await new Promise((go) => setImmediate(go))
    }
    if (isOver()) return
    log.live = null
    const { text, citations = [], items = [] } = script
    const message = { id: messageId, text, answers, citations, items }
    log.appendAll([
      { type: 'message.created', author: ASSISTANT, cause, message },
      'hidden',
      ...(script.offers
        ? [{ type: 'handoff.offered', author: ASSISTANT, cause, reason: 'unsure' } as const]
        : []),
    ])
  }

  return {
    /** The answer's turn comes after those of the questions before, of which an older version owes none. */
    enqueue(log: ScriptedLog, asked: EventOf<'message.created'>, script: ScriptedAnswer): void {
      const { version } = log.conversation
      const question = { id: asked.message.id, seq: asked.seq, version }
      const last = turns.get(log)
      const before = last?.version === version ? last.done : Promise.resolve()
      turns.set(log, { version, done: before.then(() => answer(log, question, script)) })
    },
    release() {
      for (const go of waiting) go()
      waiting = []
    },
  }
}
