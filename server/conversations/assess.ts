import type { Assessment, EscalationFacts } from '../../protocol/assessments.ts'
import type { NewEvent } from '../../protocol/events.ts'
import type { MessageId } from '../../protocol/ids.ts'
import type { Answer } from '../answers/answerer.ts'
import type { Database } from '../db/database.ts'
import { decideEscalation } from '../escalation/decide-escalation.ts'
import { CONFIDENCE_THRESHOLD } from '../search/confidence.ts'
import { readSettings } from '../shops/read-settings.ts'
import type { StoredConversation } from './stored-conversation.ts'

const SYSTEM = { kind: 'system', id: 'system' } as const

/** Escalation before an answer is made: on what the visitor wrote alone. */
export function assessMessage(
  tx: Database,
  conversation: StoredConversation,
  asksForPerson: boolean,
): Assessment {
  return assess(tx, { ...standing(conversation), asksForPerson }, undefined)
}

/** Escalation on a made answer, this exchange counted in. */
export function assessAnswer(
  tx: Database,
  conversation: StoredConversation,
  answer: Answer,
): Assessment {
  const unsure = answer.confidence < CONFIDENCE_THRESHOLD
  const { unsureInARow, exchanges } = conversation
  return assess(
    tx,
    {
      ...standing(conversation),
      confidence: answer.confidence,
      unsureInARow: unsure ? unsureInARow + 1 : 0,
      exchanges: exchanges + 1,
      assistantWantsPerson: answer.wantsPerson ?? false,
    },
    answer,
  )
}

/** Escalation when no answer came. */
export function assessFailure(tx: Database, conversation: StoredConversation): Assessment {
  return assess(tx, { ...standing(conversation), assistantFailed: true }, undefined)
}

/** The decision with all that it saw, for staff alone. */
export function assessedEvent(messageId: MessageId, assessment: Assessment): NewEvent {
  return { type: 'answer.assessed', author: SYSTEM, messageId, assessment }
}

function standing(conversation: StoredConversation): EscalationFacts {
  return {
    asksForPerson: false,
    unsureInARow: conversation.unsureInARow,
    exchanges: conversation.exchanges,
    offerDeclined: conversation.offerDeclined,
    assistantFailed: false,
    assistantWantsPerson: false,
  }
}

function assess(tx: Database, facts: EscalationFacts, answer: Answer | undefined): Assessment {
  return {
    answeredBy: answer?.answeredBy ?? 'nobody',
    ...(answer?.fallbackReason !== undefined && { fallbackReason: answer.fallbackReason }),
    ...(answer && { confidence: answer.confidence }),
    threshold: CONFIDENCE_THRESHOLD,
    evidence: answer?.evidence ?? [],
    facts,
    decision: decideEscalation(facts, readSettings(tx).escalation),
  }
}
