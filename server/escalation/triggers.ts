import * as v from 'valibot'

const Mode = v.picklist(['offer', 'hand_off'], 'A mode is offer or hand_off.')
const GROUP = 'This is a group: {"on": …, "mode": …}.'
const COUNTS = 'This is a list of whole numbers from 1 up, such as [3, 5].'

function trigger(mode: v.InferOutput<typeof Mode>) {
  return {
    on: v.optional(v.boolean('This is true or false.'), true),
    mode: v.optional(Mode, mode),
  }
}

const exchangeCount = v.pipe(v.number(COUNTS), v.integer(COUNTS), v.minValue(1, COUNTS))

/**
 * When a person is offered or called, one trigger a reason (`protocol/handoffs.ts`). What is left out is
 * the default.
 */
export const EscalationTriggers = v.object(
  {
    asked: v.optional(v.object(trigger('hand_off'), GROUP), {}),
    unsure: v.optional(v.object(trigger('offer'), GROUP), {}),
    unsure_again: v.optional(v.object(trigger('hand_off'), GROUP), {}),
    long_exchange: v.optional(
      v.object(
        { ...trigger('offer'), exchanges: v.optional(v.array(exchangeCount, COUNTS), [3, 5]) },
        GROUP,
      ),
      {},
    ),
    assistant_failed: v.optional(v.object(trigger('offer'), GROUP), {}),
  },
  'This is a group, a trigger a reason: {"unsure": …}.',
)
export type EscalationTriggers = v.InferOutput<typeof EscalationTriggers>
