import type { LiveAnswer } from '../../../../protocol/frames.ts'
import type { Finding } from '../finding.ts'
import type { RunIndex, Thread } from '../run-index.ts'
import { answeredQuestion } from './answered-question.ts'

/**
 * C14: text that a viewer saw being written is the beginning of what the log holds under the same id, unless
 * it was taken back, or the server died with it.
 */
export function checkLiveText(run: RunIndex): Finding[] {
  const stored = new Map<string, string>()
  for (const { steps } of run.threads.values()) {
    for (const { event } of steps) {
      if (event.type === 'message.created') stored.set(event.message.id, event.message.text)
    }
  }
  const wasKilled = killsOf(run)
  return [...run.viewers.values()].flatMap(({ viewer, typed, dropped }) => {
    const thread = run.threads.get(viewer.conversationId)
    return [...typed.values()].flatMap((live) => {
      const { messageId, text } = live
      const isKept =
        stored.get(messageId)?.startsWith(text) ??
        (dropped.has(messageId) || fellBack(thread, live) || wasKilled(thread, live))
      const detail = `${viewer.id} saw ${JSON.stringify(text)} of ${messageId}, and the log does not`
      return isKept ? [] : [{ check: 'C14', detail } as const]
    })
  })
}

/** Whether the model failed and another answer took the place of its text: who was cut off did not hear of it. */
function fellBack(thread: Thread | undefined, live: LiveAnswer): boolean {
  const events = thread?.steps.map(({ event }) => event) ?? []
  const answer = events.find((event) => answeredQuestion(event) === live.answers)
  if (answer?.type === 'answer.failed') return true
  return events.some(
    (event) =>
      event.type === 'answer.assessed' &&
      answer?.type === 'message.created' &&
      event.messageId === answer.message.id &&
      event.assessment.fallbackReason !== undefined,
  )
}

/** Whether the server was killed between a question and the first sight of whatever settled it. */
function killsOf(run: RunIndex) {
  const kills: number[] = []
  const firstSeenAt = new Map<string, number>()
  for (const [at, entry] of run.history.entries()) {
    if (entry.kind === 'server' && entry.change === 'killed') kills.push(at)
    if (entry.kind === 'shown' && !firstSeenAt.has(entry.event.id)) {
      firstSeenAt.set(entry.event.id, at)
    }
  }
  return (thread: Thread | undefined, live: LiveAnswer): boolean => {
    const steps = thread?.steps ?? []
    const asked = steps.find(
      ({ event }) => event.type === 'message.created' && event.message.id === live.answers,
    )?.event
    const command = asked?.clientId && run.commands.get(asked.clientId)
    const from = command ? command.invokedAt : 0
    const settled = steps.find(
      ({ event, after }) =>
        event.seq > (asked?.seq ?? 0) &&
        (after.version > live.version || answeredQuestion(event) === live.answers),
    )
    const to = (settled && firstSeenAt.get(settled.event.id)) ?? Number.POSITIVE_INFINITY
    return kills.some((at) => at > from && at < to)
  }
}
