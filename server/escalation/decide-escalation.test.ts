import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { EscalationDecision, type EscalationFacts } from '../../protocol/assessments.ts'
import { decideEscalation } from './decide-escalation.ts'
import { EscalationTriggers } from './triggers.ts'

const DEFAULTS = v.parse(EscalationTriggers, {})

const calm: EscalationFacts = {
  asksForPerson: false,
  confidence: 0.9,
  unsureInARow: 0,
  exchanges: 1,
  offerDeclined: false,
  assistantFailed: false,
  assistantWantsPerson: false,
}

const facts: fc.Arbitrary<EscalationFacts> = fc
  .record({
    asksForPerson: fc.boolean(),
    confidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    unsureInARow: fc.nat(4),
    exchanges: fc.nat(8),
    offerDeclined: fc.boolean(),
    assistantFailed: fc.boolean(),
    assistantWantsPerson: fc.boolean(),
  })
  .map(({ confidence, ...rest }) => (confidence === undefined ? rest : { ...rest, confidence }))

const trigger = fc.record({
  on: fc.boolean(),
  mode: fc.constantFrom('offer' as const, 'hand_off' as const),
})
const triggers: fc.Arbitrary<EscalationTriggers> = fc.record({
  asked: trigger,
  unsure: trigger,
  unsure_again: trigger,
  long_exchange: fc
    .tuple(trigger, fc.array(fc.nat(8)))
    .map(([settings, exchanges]) => ({ ...settings, exchanges })),
  assistant_failed: trigger,
})

test.each([
  ['E1: asking hands off', { asksForPerson: true }, 'hand_off', 'asked'],
  ['E2: unsure offers', { unsureInARow: 1, confidence: 0.1 }, 'offer', 'unsure'],
  ['E3: unsure twice in a row hands off', { unsureInARow: 2 }, 'hand_off', 'unsure_again'],
  ['E4: exchange 3 offers', { exchanges: 3 }, 'offer', 'long_exchange'],
  ['E4: exchange 5 offers', { exchanges: 5 }, 'offer', 'long_exchange'],
  ['E5: failure offers', { assistantFailed: true }, 'offer', 'assistant_failed'],
  [
    'E6: failure offers after a decline too',
    { assistantFailed: true, offerDeclined: true },
    'offer',
    'assistant_failed',
  ],
  [
    'a model that calls for a person makes an offer',
    { assistantWantsPerson: true },
    'offer',
    'asked',
  ],
] as const)('%s', (_, saw, action, reason) => {
  expect(decideEscalation({ ...calm, ...saw }, DEFAULTS)).toEqual({ action, reason })
})

test.each([
  ['a sure answer', {}],
  ['exchange 4', { exchanges: 4 }],
  ['unsure after a decline', { unsureInARow: 3, offerDeclined: true }],
  ['exchange 3 after a decline', { exchanges: 3, offerDeclined: true }],
  ["a model's proposal after a decline", { assistantWantsPerson: true, offerDeclined: true }],
])('%s needs nobody', (_, saw) => {
  expect(decideEscalation({ ...calm, ...saw }, DEFAULTS)).toEqual({ action: 'none' })
})

test('E1: asking hands off whatever else is true', () => {
  fc.assert(
    fc.property(facts, (saw) => {
      expect(decideEscalation({ ...saw, asksForPerson: true }, DEFAULTS)).toEqual({
        action: 'hand_off',
        reason: 'asked',
      })
    }),
  )
})

test('E6: after a decline only asking and failure act', () => {
  fc.assert(
    fc.property(facts, triggers, (saw, set) => {
      const decision = decideEscalation({ ...saw, offerDeclined: true }, set)
      const { asksForPerson, assistantFailed } = saw
      if (!asksForPerson && !assistantFailed) expect(decision).toEqual({ action: 'none' })
    }),
  )
})

test('before there is an answer only asking and failure act, whatever was counted before', () => {
  fc.assert(
    fc.property(facts, triggers, ({ confidence: _, ...alone }, set) => {
      const decision = decideEscalation(alone, set)
      if (decision.action !== 'none') expect(decision.reason).toMatch(/^(asked|assistant_failed)$/)
    }),
  )
})

test('V64: the model alone never hands off', () => {
  fc.assert(
    fc.property(facts, triggers, (saw, set) => {
      const silent = decideEscalation({ ...saw, assistantWantsPerson: false }, set)
      const calling = decideEscalation({ ...saw, assistantWantsPerson: true }, set)
      if (silent.action !== 'hand_off') expect(calling.action).not.toBe('hand_off')
    }),
  )
})

test('a trigger that is off is never the reason, and each decision is one of the protocol', () => {
  fc.assert(
    fc.property(facts, triggers, (saw, set) => {
      const decision = decideEscalation(saw, set)
      expect(v.is(EscalationDecision, decision)).toBe(true)
      if (decision.action !== 'none') expect(set[decision.reason].on).toBe(true)
    }),
  )
})

test('the decision depends on its arguments alone and changes neither', () => {
  fc.assert(
    fc.property(facts, triggers, (saw, set) => {
      const before = structuredClone([saw, set])
      expect(decideEscalation(saw, set)).toEqual(decideEscalation(structuredClone(saw), set))
      expect([saw, set]).toEqual(before)
    }),
  )
})

test('what a shop leaves out of its triggers is the default', () => {
  expect(v.parse(EscalationTriggers, { long_exchange: { on: false } })).toEqual({
    asked: { on: true, mode: 'hand_off' },
    unsure: { on: true, mode: 'offer' },
    unsure_again: { on: true, mode: 'hand_off' },
    long_exchange: { on: false, mode: 'offer', exchanges: [3, 5] },
    assistant_failed: { on: true, mode: 'offer' },
  })
})
