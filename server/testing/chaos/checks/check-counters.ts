import { isDeepStrictEqual } from 'node:util'
import type { ConversationEvent } from '../../../../protocol/events.ts'
import type { StoredConversation } from '../../../conversations/log/stored-conversation.ts'
import type { Finding } from '../finding.ts'
import type { RunIndex, Thread } from '../run-index.ts'
import type { StoredShop } from '../stored-shop.ts'

/** C9: what is counted is what the log gives, nothing is owed or unpublished, and no list is behind. */
export function checkCounters(run: RunIndex): Finding[] {
  const details = [
    ...[...run.threads.values()].flatMap(wrongCounters),
    ...run.shops.flatMap((shop) => [...wrongReadMarks(run, shop), ...leftOwed(shop)]),
    ...wrongRows(run),
  ]
  return details.map((detail) => ({ check: 'C9', detail }))
}

type Counters = Pick<
  StoredConversation,
  'visitorMessages' | 'exchanges' | 'unsureInARow' | 'lastSeq' | 'lastEveryoneSeq' | 'publishedSeq'
>

function wrongCounters({ row, steps }: Thread): string[] {
  const events = steps.map(({ event }) => event)
  const expected = recount(events)
  return Object.entries(expected).flatMap(([name, value]) => {
    const stored = new Map(Object.entries(row)).get(name)
    return isDeepStrictEqual(stored, value) ? [] : [`${row.id}: ${name} is ${stored}, not ${value}`]
  })
}

function recount(events: ConversationEvent[]): Counters {
  const lastSeq = events.at(-1)?.seq ?? 0
  const sinceReset = events.slice(1 + events.findLastIndex(countsAnew))
  const sinceThumb = sinceReset.slice(1 + sinceReset.findLastIndex(isThumbUp))
  return {
    visitorMessages: countVisitorMessages(events),
    exchanges: sinceThumb.filter(
      ({ type, author }) => type === 'message.created' && author.kind === 'assistant',
    ).length,
    unsureInARow: unsureAtTheEnd(sinceReset.slice(1 + sinceReset.findLastIndex(callsPerson))),
    lastSeq,
    lastEveryoneSeq: events.findLast(({ audience }) => audience === 'everyone')?.seq ?? 0,
    publishedSeq: lastSeq,
  }
}

function countsAnew({ type }: ConversationEvent): boolean {
  return type === 'conversation.handed_back' || type === 'conversation.reopened'
}

/** Being unsure counts anew once it was acted on. */
function callsPerson({ type }: ConversationEvent): boolean {
  return type === 'handoff.requested'
}

function isThumbUp(event: ConversationEvent): boolean {
  return event.type === 'message.rated' && event.rating === 'up'
}

function countVisitorMessages(events: ConversationEvent[]): number {
  return events.filter(
    ({ type, author }) => type === 'message.created' && author.kind === 'visitor',
  ).length
}

function unsureAtTheEnd(events: ConversationEvent[]): number {
  const sure = events.flatMap((event) => {
    if (event.type !== 'answer.assessed') return []
    const { confidence, threshold } = event.assessment
    return confidence === undefined ? [] : [confidence >= threshold]
  })
  return sure.length - 1 - sure.lastIndexOf(true)
}

function wrongReadMarks(run: RunIndex, { readMarks }: StoredShop): string[] {
  return readMarks.flatMap(({ teammateId, conversationId, seq, visitorMessages }) => {
    const steps = run.threads.get(conversationId)?.steps ?? []
    const read = countVisitorMessages(steps.map(({ event }) => event).slice(0, seq))
    if (read === visitorMessages) return []
    return [`${teammateId} has read ${visitorMessages} of ${conversationId} to ${seq}, not ${read}`]
  })
}

function leftOwed({ owed }: StoredShop): string[] {
  return owed.map(({ questionId }) => `${questionId} is still owed an answer`)
}

function wrongRows(run: RunIndex): string[] {
  return [...run.inboxes].flatMap(([id, { shop, rows }]) => {
    if (!rows) return []
    const shownRows = new Map(rows.map((row) => [row.conversationId, row]))
    const threads = [...run.threads.values()].filter((thread) => thread.shop === shop)
    return threads.flatMap(({ row, steps }) => {
      const shown = shownRows.get(row.id)
      const messages = countVisitorMessages(steps.map(({ event }) => event))
      const isRight =
        shown?.lastSeq === steps.length &&
        shown.summary.visitorMessages === messages &&
        isDeepStrictEqual(shown.summary.phase, steps.at(-1)?.after.phase)
      return isRight ? [] : [`${id} shows ${row.id} at ${shown?.lastSeq}, not ${steps.length}`]
    })
  })
}
