import type { EventOf, NewEvent } from '../../../protocol/events.ts'
import type { HandoffReason, PassedOn } from '../../../protocol/handoffs.ts'
import { findItemCard } from '../../content/find-item-card.ts'
import type { Context } from '../../core/context.ts'
import type { Database } from '../../db/database.ts'
import { asksForPerson } from '../../escalation/asks-for-person.ts'
import { teammatesAround } from '../../team/teammates-around.ts'
import { findLatestSeq, listLatestMessages } from '../log/store.ts'
import type { StoredConversation } from '../log/stored-conversation.ts'

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
  const question = openQuestion(tx, conversation, pending)
  const page =
    pending && 'page' in pending ? (pending.page ?? conversation.page) : conversation.page
  const card = page?.itemCode === undefined ? undefined : findItemCard(tx, page.itemCode)
  return {
    ...(question && { question: question.text }),
    ...(card && { item: { code: card.code, title: card.title } }),
    messageCount: conversation.visitorMessages + (pending ? 1 : 0),
  }
}

/** What nobody has settled: the newest that has no answer, else the newest since the last resolve and a teammate's last words. */
function openQuestion(
  tx: Database,
  conversation: StoredConversation,
  pending: HandoffCall['pending'],
) {
  const since = findLatestSeq(tx, conversation.id, 'conversation.resolved')
  const recent = listLatestMessages(tx, conversation.id, 20).filter(({ seq }) => seq > since)
  const replied = recent.findLastIndex(({ author }) => author.kind === 'teammate')
  const said = recent
    .slice(replied + 1)
    .flatMap((event) => (event.type === 'message.created' ? [event] : []))
  const answered = new Set(
    said.flatMap(({ message }) => ('answers' in message ? [message.answers] : [])),
  )
  const asked = said
    .flatMap(({ author, message }) => (author.kind === 'visitor' ? [message] : []))
    .concat(pending ?? [])
    .reverse()
  // "Can I talk to someone?" is no question to pass on where there is another one before it.
  const questions = asked.filter(({ text }) => !asksForPerson(text, conversation.language))
  return questions.find(({ id }) => !answered.has(id)) ?? questions.at(0) ?? asked.at(0)
}
