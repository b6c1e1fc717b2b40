import type { EventOf, NewEvent } from '../../protocol/events.ts'
import type { HandoffReason, PassedOn } from '../../protocol/handoffs.ts'
import { findItemCard } from '../content/find-item-card.ts'
import type { Context } from '../core/context.ts'
import type { Database } from '../db/database.ts'
import { asksForPerson } from '../escalation/asks-for-person.ts'
import { teammatesAround } from '../team/teammates-around.ts'
import { listLatestMessages } from './store.ts'
import type { StoredConversation } from './stored-conversation.ts'

type RequestDraft = Extract<NewEvent, { type: 'handoff.requested' }>

export type HandoffCall = Pick<RequestDraft, 'author' | 'clientId'> & {
  reason: HandoffReason
  /** The message of the same transaction that is not in the log yet. */
  pending?: EventOf<'message.created'>['message']
}

/** Calls for a person. Who is around is decided here, in the transaction that says so to the shopper. */
export function handoffRequest(
  tx: Database,
  ctx: Pick<Context, 'now'>,
  conversation: StoredConversation,
  { pending, ...head }: HandoffCall,
): RequestDraft {
  return {
    type: 'handoff.requested',
    ...head,
    passedOn: passedOn(tx, conversation, pending),
    teammatesAround: teammatesAround(tx, ctx.now()),
  }
}

function passedOn(
  tx: Database,
  conversation: StoredConversation,
  pending: HandoffCall['pending'],
): PassedOn {
  const asked = listLatestMessages(tx, conversation.id, 20)
    .flatMap((event) =>
      event.type === 'message.created' && event.author.kind === 'visitor' ? [event.message] : [],
    )
    .concat(pending ?? [])
    .reverse()
  // "Can I talk to someone?" is no question to pass on where there is another one before it.
  const question =
    asked.find(({ text }) => !asksForPerson(text, conversation.language)) ?? asked.at(0)
  const page =
    pending && 'page' in pending ? (pending.page ?? conversation.page) : conversation.page
  const card = page?.itemCode === undefined ? undefined : findItemCard(tx, page.itemCode)
  return {
    ...(question && { question: question.text }),
    ...(card && { item: { code: card.code, title: card.title } }),
    messageCount: conversation.visitorMessages + (pending ? 1 : 0),
  }
}
