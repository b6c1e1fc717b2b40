import * as v from 'valibot'
import { LANGUAGES, Language } from '../../protocol/language.ts'
import { EscalationTriggers } from '../escalation/triggers.ts'
import { SUGGESTED_QUESTIONS } from './suggested-questions.ts'

const rate = (standard: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), standard)

/** As a browser sends it in `Origin`: scheme, host and port, nothing else. */
export const Origin = v.pipe(
  v.string(),
  v.check(
    (text) => URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text,
    'An origin looks like https://shop.example: scheme, host, and a port where it has one.',
  ),
)
export type Origin = v.InferOutput<typeof Origin>

export const ShopName = v.pipe(
  v.string(),
  v.check(
    (name) => name.trim() !== '' && Array.from(name).length <= 80,
    'A shop has a name of 1 to 80 characters.',
  ),
)

const Localised = v.record(v.picklist(LANGUAGES), v.pipe(v.string(), v.maxLength(200)))

const Theme = v.object({
  accent: v.optional(
    v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i, 'A colour looks like #1f4e46.')),
  ),
  scheme: v.optional(v.picklist(['auto', 'light', 'dark']), 'auto'),
})

const Rates = v.object({
  messagesPerMinuteVisitor: rate(20),
  newConversationsPerMinuteAddress: rate(10),
  requestsPerMinuteAddress: rate(300),
  /** All that stands between a shop and its callers where no address tells them apart: 500 a second. */
  requestsPerMinuteShop: rate(30_000),
})

/** A shop's own settings, as they stand in its file. What is left out is the default. */
export const ShopSettings = v.object({
  name: v.optional(ShopName, 'Shop'),
  language: v.optional(Language, 'en'),
  /** The pages that may call; with none, no page of another origin. */
  origins: v.optional(v.array(Origin), []),
  theme: v.optional(Theme, {}),
  suggestedQuestions: v.optional(
    v.object({ general: v.array(Localised), item: v.array(Localised) }),
    SUGGESTED_QUESTIONS,
  ),
  privacyUrl: v.optional(v.pipe(v.string(), v.url(), v.regex(/^https?:/))),
  rates: v.optional(Rates, {}),
  escalation: v.optional(EscalationTriggers, {}),
  /** The source in which condition grades are explained, without its extension. */
  conditionGuide: v.optional(v.string(), 'condition-guide'),
  /** Tokens that a model may spend on the shop's answers in a day; then the extractive ones go on. */
  answerTokensPerDay: rate(2_000_000),
})
export type ShopSettings = v.InferOutput<typeof ShopSettings>
export type ShopSettingsInput = v.InferInput<typeof ShopSettings>
