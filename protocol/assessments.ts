import * as v from 'valibot'
import { HandoffReason } from './handoffs.ts'
import { PassageId } from './ids.ts'

/** A passage that an answer was drawn from or that search put forward. `score` is search's own, highest first. */
export const Evidence = v.object({
  passageId: PassageId,
  title: v.string(),
  score: v.number(),
})
export type Evidence = v.InferOutput<typeof Evidence>

/** What escalation saw. Stored with its decision, so that a decision can be explained and replayed. */
export const EscalationFacts = v.object({
  asksForPerson: v.boolean(),
  /** 0..1; absent when no answer was made. */
  confidence: v.optional(v.number()),
  /** Answers below the threshold in a row, this one included. */
  unsureInARow: v.number(),
  /** Exchanges without a resolution, this one included. */
  exchanges: v.number(),
  offerDeclined: v.boolean(),
  assistantFailed: v.boolean(),
  /** The model called for a person; the server decides what comes of it. */
  assistantWantsPerson: v.boolean(),
})
export type EscalationFacts = v.InferOutput<typeof EscalationFacts>

export const EscalationDecision = v.variant('action', [
  v.object({ action: v.literal('none') }),
  v.object({ action: v.literal('offer'), reason: HandoffReason }),
  v.object({ action: v.literal('hand_off'), reason: HandoffReason }),
])
export type EscalationDecision = v.InferOutput<typeof EscalationDecision>

/** Staff-only: why the assistant said what it said, and what escalation made of it. */
export const Assessment = v.object({
  /** Who wrote the answer, and why not the one that should have. */
  answeredBy: v.picklist(['extractive', 'claude', 'nobody']),
  fallbackReason: v.optional(v.string()),
  confidence: v.optional(v.number()),
  threshold: v.number(),
  evidence: v.array(Evidence),
  facts: EscalationFacts,
  decision: EscalationDecision,
})
export type Assessment = v.InferOutput<typeof Assessment>
