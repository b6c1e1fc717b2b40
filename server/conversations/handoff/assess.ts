import type { Assessment, EscalationFacts } from '../../../protocol/assessments.ts'
import type { Answer } from '../../answers/answerer.ts'
import type { Database } from '../../db/database.ts'
import { decideEscalation } from '../../escalation/decide-escalation.ts'
import { CONFIDENCE_THRESHOLD } from '../../search/confidence.ts'
import { readSettings } from '../../shops/read-settings.ts'
import type { StoredConversation } from '../log/stored-conversation.ts'

/** What escalation is asked about: the visitor's words alone, a made answer, or that none came. */
type Occasion = { asksForPerson: boolean } | { answer: Answer } | { assistantFailed: true }

/** Escalation's decision with all that it saw. An answer's own exchange is counted in. */
export function assess(
  tx: Database,
  conversation: StoredConversation,
  occasion: Occasion,
): Assessment {
  const answer = 'answer' in occasion ? occasion.answer : undefined
  const seen = 'answer' in occasion ? seenInAnswer(conversation, occasion.answer) : occasion
  const facts = { ...standing(conversation), ...seen }
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

function standing({ unsureInARow, exchanges, offerDeclined }: StoredConversation): EscalationFacts {
  return {
    asksForPerson: false,
    unsureInARow,
    exchanges,
    offerDeclined,
    assistantFailed: false,
    assistantWantsPerson: false,
  }
}

function seenInAnswer(
  { unsureInARow, exchanges }: StoredConversation,
  { confidence, wantsPerson }: Answer,
): Partial<EscalationFacts> {
  return {
    confidence,
    unsureInARow: confidence < CONFIDENCE_THRESHOLD ? unsureInARow + 1 : 0,
    exchanges: exchanges + 1,
    assistantWantsPerson: wantsPerson ?? false,
  }
}
