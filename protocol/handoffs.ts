import * as v from 'valibot'
import { PublicFace } from './authors.ts'

/** Why a person is offered or was called, in words that a shopper may see. */
export const HandoffReason = v.picklist([
  'asked',
  'unsure',
  'unsure_again',
  'long_exchange',
  'assistant_failed',
])
export type HandoffReason = v.InferOutput<typeof HandoffReason>

/** What the teammate gets at a handoff: shown to the shopper as a receipt. */
export const PassedOn = v.object({
  question: v.optional(v.string()),
  item: v.optional(v.object({ code: v.string(), title: v.string() })),
  /** Messages of the conversation so far; a teammate reads all of them. */
  messageCount: v.number(),
})
export type PassedOn = v.InferOutput<typeof PassedOn>

/** Who holds the conversation. Each variant carries only its own fields. */
export const Phase = v.variant('name', [
  v.object({ name: v.literal('assistant') }),
  v.object({
    name: v.literal('waiting'),
    reason: HandoffReason,
    requestedAt: v.number(),
    passedOn: PassedOn,
    teammatesAround: v.array(PublicFace),
  }),
  v.object({ name: v.literal('teammate'), teammate: PublicFace, takenOverAt: v.number() }),
  v.object({ name: v.literal('resolved'), teammate: PublicFace, resolvedAt: v.number() }),
])
export type Phase = v.InferOutput<typeof Phase>
export type PhaseName = Phase['name']
