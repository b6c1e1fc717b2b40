import type { EscalationDecision, EscalationFacts } from '../../protocol/assessments.ts'
import type { HandoffReason } from '../../protocol/handoffs.ts'
import type { EscalationTriggers } from './triggers.ts'

/**
 * Whether a person is needed. Called on the message alone, before an answer is made (`confidence` is
 * absent), and again on the answer's facts or its failure. Depends on nothing but its arguments.
 */
export function decideEscalation(
  facts: EscalationFacts,
  triggers: EscalationTriggers,
): EscalationDecision {
  for (const { reason, mode } of grounds(facts, triggers)) {
    if (triggers[reason].on) return { action: mode ?? triggers[reason].mode, reason }
  }
  return { action: 'none' }
}

type Ground = { reason: HandoffReason; mode?: 'offer' }

/** What speaks for a person, the strongest first. */
function grounds(facts: EscalationFacts, triggers: EscalationTriggers): Ground[] {
  if (facts.asksForPerson) return [{ reason: 'asked' }]
  if (facts.assistantFailed) return [{ reason: 'assistant_failed' }]
  if (facts.confidence === undefined) return []
  if (facts.offerDeclined) return []
  // The model read the wish where the phrase list did not. It proposes: only the shopper's own tap calls.
  const proposed: Ground[] = facts.assistantWantsPerson ? [{ reason: 'asked', mode: 'offer' }] : []
  return [
    ...when(facts.unsureInARow > 1, 'unsure_again'),
    ...proposed,
    ...when(facts.unsureInARow > 0, 'unsure'),
    ...when(triggers.long_exchange.exchanges.includes(facts.exchanges), 'long_exchange'),
  ]
}

function when(holds: boolean, reason: HandoffReason): Ground[] {
  return holds ? [{ reason }] : []
}
