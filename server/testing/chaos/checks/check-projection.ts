import { isDeepStrictEqual } from 'node:util'
import type { Conversation } from '../../../../protocol/conversations.ts'
import { applyEvent } from '../../../../protocol/pure/apply-event.ts'
import { mayView } from '../../../../protocol/pure/audience.ts'
import { staffView } from '../../../conversations/log/stored-conversation.ts'
import type { Finding } from '../finding.ts'
import type { RunIndex, Thread, ViewerRecord } from '../run-index.ts'

/** C11: the stored projection, every screen and a fresh client's view are one and the same fold of the log. */
export function checkProjection(run: RunIndex): Finding[] {
  const details = [
    ...[...run.threads.values()].flatMap(wrongProjection),
    ...[...run.viewers.values()].flatMap((record) => wrongScreen(run, record)),
    ...run.shops.flatMap(({ events }) =>
      events
        .filter(({ conversationId }) => !run.threads.has(conversationId))
        .map(
          ({ type, conversationId }) => `${type} belongs to ${conversationId}, which is not there`,
        ),
    ),
  ]
  return details.map((detail) => ({ check: 'C11', detail }))
}

function wrongProjection({ row, steps }: Thread): string[] {
  const fold = steps.at(-1)?.after
  if (!fold) return [`${row.id} has no event`]
  if (isDeepStrictEqual(staffView(row), fold)) return []
  return [`${row.id} is stored as ${JSON.stringify(staffView(row))}, not ${JSON.stringify(fold)}`]
}

function wrongScreen(run: RunIndex, { viewer, last }: ViewerRecord): string[] {
  if (!last) return []
  const thread = run.threads.get(viewer.conversationId)
  const fold = thread && (viewer.role === 'staff' ? thread.steps.at(-1)?.after : publicFold(thread))
  if (!fold) return [`${viewer.id} shows a conversation that is not there`]
  const { conversation } = last.screen
  // No event tells a visitor's other tabs that an e-mail was given: they learn it with the next reply.
  const known = last.fresh ? fold : { ...fold, emailGiven: conversation.emailGiven }
  if (isDeepStrictEqual(conversation, known)) return []
  return [`${viewer.id} shows ${JSON.stringify(conversation)}, not ${JSON.stringify(known)}`]
}

/** What a visitor may know: the fold of what is for everyone, and whether an e-mail was given. */
function publicFold({ steps }: Thread): Conversation | undefined {
  const first = steps[0]?.before
  const last = steps.at(-1)?.after
  if (!first || !last) return undefined
  const { visitorId: _, ...empty } = first
  const fold = steps
    .map(({ event }) => event)
    .filter(({ audience }) => mayView('visitor', audience))
    .reduce<Conversation>(applyEvent, empty)
  return { ...fold, emailGiven: last.emailGiven }
}
