import type { EscalationDecision } from '../../protocol/assessments.ts'
import type { HandoffReason } from '../../protocol/handoffs.ts'
import type { ItemStatus } from '../../protocol/items.ts'
import type { SystemEvent } from '../models/thread-items.ts'
import { clockTime } from './format-time.ts'

export const REASONS: Record<HandoffReason, string> = {
  asked: 'Asked for a person',
  unsure: 'Not sure',
  unsure_again: 'Not sure twice',
  long_exchange: 'Long exchange',
  assistant_failed: 'Assistant failed',
}

export const STATUSES: Record<ItemStatus, string> = {
  available: 'Available',
  held: 'Held',
  sold: 'Sold',
}

/** A shopper has no name here: the e-mail that they left, or a label that tells two of them apart. */
export function visitorName(who: { email?: string | undefined; visitorLabel: string }): string {
  return who.email ?? `Visitor ${who.visitorLabel}`
}

export function decisionWords(decision: EscalationDecision): string {
  if (decision.action === 'none') return 'No person needed'
  const reason = REASONS[decision.reason].toLowerCase()
  return decision.action === 'offer' ? `Offered a person: ${reason}` : `Handed over: ${reason}`
}

export function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** A line of the thread that nobody said. */
export function systemWords(event: SystemEvent): string {
  const at = clockTime(event.createdAt)
  switch (event.type) {
    case 'answer.failed':
      return `The assistant could not answer, ${at}`
    case 'handoff.offered':
      return `A person was offered at ${at}`
    case 'handoff.declined':
      return `Went on with the assistant at ${at}`
    case 'handoff.requested':
      return `${REASONS[event.reason]} at ${at}. ${toldWords(event.teammatesAround)}`
    case 'handoff.cancelled':
      return `No longer waits for a person, ${at}`
    case 'conversation.taken_over':
      return `${event.teammate.name} joined at ${at}`
    case 'conversation.handed_back':
      return `${event.teammate.name} handed back to the assistant at ${at}`
    case 'conversation.resolved':
      return `${event.teammate.name} resolved this at ${at}`
    case 'conversation.reopened':
      return `Wrote again at ${at}`
  }
}

function toldWords(faces: readonly { name: string }[]): string {
  if (faces.length === 0) return 'Nobody was around.'
  return `${joinNames(faces.map((face) => face.name))} ${faces.length === 1 ? 'was' : 'were'} told.`
}
