import * as v from 'valibot'

const Mode = v.picklist(['offer', 'hand_off'])

function trigger(mode: v.InferOutput<typeof Mode>) {
  return { on: v.optional(v.boolean(), true), mode: v.optional(Mode, mode) }
}

const exchangeCount = v.pipe(v.number(), v.integer(), v.minValue(1))

/**
 * When a person is offered or called, one trigger a reason (`protocol/handoffs.ts`). What is left out is
 * the default.
 */
export const EscalationTriggers = v.object({
  asked: v.optional(v.object(trigger('hand_off')), {}),
  unsure: v.optional(v.object(trigger('offer')), {}),
  unsure_again: v.optional(v.object(trigger('hand_off')), {}),
  long_exchange: v.optional(
    v.object({ ...trigger('offer'), exchanges: v.optional(v.array(exchangeCount), [3, 5]) }),
    {},
  ),
  assistant_failed: v.optional(v.object(trigger('offer')), {}),
})
export type EscalationTriggers = v.InferOutput<typeof EscalationTriggers>
