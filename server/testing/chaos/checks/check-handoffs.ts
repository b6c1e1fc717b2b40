import type { ConversationEvent, EventOf } from '../../../../protocol/events.ts'
import type { Finding } from '../finding.ts'
import type { RunIndex, Thread } from '../run-index.ts'

/** C8: each call for a person lit up in an inbox, or told the visitor that nobody is there. */
export function checkHandoffs(run: RunIndex): Finding[] {
  return [...run.threads.values()].flatMap((thread) =>
    thread.steps.flatMap(({ event }) => {
      if (!isRequest(event)) return []
      const wrong =
        event.teammatesAround.length > 0 ? unheard(run, thread, event) : untold(run, event)
      const detail = `the handoff ${event.seq} of ${event.conversationId} ${wrong}`
      return wrong ? [{ check: 'C8', detail } as const] : []
    }),
  )
}

function isRequest(event: ConversationEvent): event is EventOf<'handoff.requested'> {
  return event.type === 'handoff.requested'
}

type Request = EventOf<'handoff.requested'>

function unheard(run: RunIndex, { shop }: Thread, event: Request): string | undefined {
  const team = new Set(run.shops.find((s) => s.shop === shop)?.teammates.map(({ id }) => id))
  const stranger = event.teammatesAround.find(({ id }) => !team.has(id))
  if (stranger) return `names ${stranger.id}, who is not of this shop`
  const inboxes = [...run.inboxes.values()].filter((inbox) => inbox.shop === shop)
  if (inboxes.length === 0) return 'names teammates, and no inbox was ever open'
  const lit = inboxes.some(({ listed }) => (listed.get(event.conversationId) ?? 0) >= event.seq)
  return lit ? undefined : 'never showed in an inbox'
}

function untold(run: RunIndex, event: Request): string | undefined {
  const told = [...run.viewers.values()].some(
    ({ viewer, shown }) => viewer.role === 'visitor' && shown.some(({ id }) => id === event.id),
  )
  return told ? undefined : 'met nobody, and the visitor was not told'
}
