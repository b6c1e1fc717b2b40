import * as v from 'valibot'
import { LANGUAGES } from '../../protocol/language.ts'
import { EscalationTriggers } from '../escalation/triggers.ts'
import { SUGGESTED_QUESTIONS } from './suggested-questions.ts'

const WHOLE_NUMBER = 'This is a whole number from 1 up.'
const rate = (standard: number) =>
  v.optional(
    v.pipe(v.number(WHOLE_NUMBER), v.integer(WHOLE_NUMBER), v.minValue(1, WHOLE_NUMBER)),
    standard,
  )

const ORIGIN =
  'An origin looks like https://shop.example: scheme, host, and a port where it has one.'
/** As a browser sends it in `Origin`: scheme, host and port, nothing else. */
export const Origin = v.pipe(
  v.string(ORIGIN),
  v.check(
    (text) => URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text,
    ORIGIN,
  ),
)
export type Origin = v.InferOutput<typeof Origin>

const NAME = 'A shop has a name of 1 to 80 characters.'
export const ShopName = v.pipe(
  v.string(NAME),
  v.check((name) => name.trim() !== '' && Array.from(name).length <= 80, NAME),
)

const LANGUAGE = `A language is ${LANGUAGES.slice(0, -1).join(', ')} or ${LANGUAGES.at(-1)}.`
const QUESTION =
  'A question is given by language, in at most 200 characters: {"en": "…", "de": "…"}.'
const Localised = v.record(
  v.picklist(LANGUAGES, QUESTION),
  v.pipe(v.string(QUESTION), v.maxLength(200, QUESTION)),
  QUESTION,
)
const QUESTIONS = 'This is a group of two lists: {"general": […], "item": […]}.'

const COLOUR = 'A colour looks like #1f4e46.'
const Theme = v.object(
  {
    accent: v.optional(v.pipe(v.string(COLOUR), v.regex(/^#[0-9a-f]{6}$/i, COLOUR))),
    scheme: v.optional(
      v.picklist(['auto', 'light', 'dark'], 'A scheme is auto, light or dark.'),
      'auto',
    ),
  },
  'This is a group: {"accent": …, "scheme": …}.',
)

const ADDRESS = 'An address looks like https://shop.example/privacy.'

const Rates = v.object(
  {
    messagesPerMinuteVisitor: rate(20),
    /** What a visitor does besides writing: a thumb, an e-mail address, calling for a person and taking it back. */
    commandsPerMinuteVisitor: rate(60),
    newConversationsPerMinuteAddress: rate(10),
    requestsPerMinuteAddress: rate(300),
    /** All that stands between a shop and its callers where no address tells them apart: 500 a second. */
    requestsPerMinuteShop: rate(30_000),
  },
  'This is a group: {"messagesPerMinuteVisitor": …}.',
)

/** A shop's own settings, as they stand in its file. What is left out is the default. */
export const ShopSettings = v.object({
  name: v.optional(ShopName, 'Shop'),
  language: v.optional(v.picklist(LANGUAGES, LANGUAGE), 'en'),
  /** The pages that may call; with none, no page of another origin. */
  origins: v.optional(v.array(Origin, 'This is a list, such as ["https://shop.example"].'), []),
  theme: v.optional(Theme, {}),
  suggestedQuestions: v.optional(
    v.object(
      { general: v.array(Localised, QUESTIONS), item: v.array(Localised, QUESTIONS) },
      QUESTIONS,
    ),
    SUGGESTED_QUESTIONS,
  ),
  privacyUrl: v.optional(v.pipe(v.string(ADDRESS), v.url(ADDRESS), v.regex(/^https?:/, ADDRESS))),
  rates: v.optional(Rates, {}),
  escalation: v.optional(EscalationTriggers, {}),
  /** The source in which condition grades are explained, without its extension. */
  conditionGuide: v.optional(
    v.string('This is the name of a file, without its extension.'),
    'condition-guide',
  ),
  /** Tokens that a model may spend on the shop's answers in a day; then the extractive ones go on. */
  answerTokensPerDay: rate(2_000_000),
})
export type ShopSettings = v.InferOutput<typeof ShopSettings>
export type ShopSettingsInput = v.InferInput<typeof ShopSettings>
