import type { Finding } from '../finding.ts'
import type { RunIndex, Thread } from '../run-index.ts'
import { answeredQuestion } from './answered-question.ts'

/**
 * C6: the assistant says nothing while somebody else has the conversation, answers a question once, and
 * never with an answer that was begun on an older version.
 */
export function checkAssistantSilent(run: RunIndex): Finding[] {
  return [...run.threads.values()].flatMap(checkThread)
}

function checkThread({ row, steps }: Thread): Finding[] {
  const findings: Finding[] = []
  const tell = (detail: string) => findings.push({ check: 'C6', detail: `${row.id}: ${detail}` })
  const askedOn = new Map<string, number>()
  const answered = new Set<string>()
  for (const { event, before, after } of steps) {
    if (event.type === 'message.created' && event.author.kind === 'visitor') {
      askedOn.set(event.message.id, after.version)
    }
    const speaks = event.author.kind === 'assistant' || event.type === 'answer.failed'
    if (speaks && before.phase.name !== 'assistant') {
      tell(`${event.type} ${event.seq} in phase ${before.phase.name}`)
    }
    const question = answeredQuestion(event)
    if (!question) continue
    if (answered.has(question)) tell(`${event.seq} answers ${question} once more`)
    answered.add(question)
    if (askedOn.get(question) !== before.version) {
      tell(`${event.seq} answers a question of version ${askedOn.get(question)}`)
    }
  }
  return findings
}
