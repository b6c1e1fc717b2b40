import { LANGUAGES, type Language } from '../../protocol/language.ts'
import { isKnownConcept, LONGEST_PHRASE_WORDS, otherWordsFor, wordsForPhrase } from './concepts.ts'
import { type Corpus, inverseFrequency } from './corpus.ts'
import { correctWord } from './correct-word.ts'
import { detectLanguage } from './detect-language.ts'
import { splitCompound } from './split-compound.ts'
import { stemTerm } from './terms-of.ts'
import { isFunctionWord, isSlipOfFunctionWord, wordWeight } from './word-weights.ts'
import { wordsOf } from './words-of.ts'

/** A term of the index that answers a word of the query, and how well. */
export type Alternative = { term: string; weight: number }

/** One thing that the query asks for. */
export type Slot = {
  /** As it was asked, folded. */
  words: string[]
  /** 1 for what the question is about, less for general words. */
  weight: number
  /** How telling it is in this content; highest for a word that stands nowhere. */
  rarity: number
  /** Empty when nothing in the content answers it. */
  alternatives: Alternative[]
}

export type Correction = { from: string; to: string }
export type QueryPlan = {
  slots: Slot[]
  /** Question words and the like, which decide between passages that are equally good. */
  smallWords: string[]
  /** The rarity of a word that stands nowhere. */
  rarest: number
  corrections: Correction[]
  /** No word of the query is about anything: its question words are all there is. */
  onlyFunctionWords: boolean
}

const TEXT_LIMIT = 2000
const WORD_LIMIT = 40
const STEM_WEIGHT = 0.9
const OTHER_STEM_WEIGHT = 0.4
const CORRECTED_WEIGHT = 0.85
const COMPOUND_WEIGHT = 0.9
const CONCEPT_WEIGHT = 0.75
/** Of a word of another language that the content happens to have, when its concept is known. */
const FALSE_FRIEND_WEIGHT = 0.3
/** More than the parts of one question; what is kept longer is seldom asked again. */
const PLANS_KEPT = 64
/** Of a concept's other words where the content has the word itself. */
const BESIDE_WEIGHT = 0.5
/** Of an expression's own words, each by itself: "back" is not the money. */
const PART_WEIGHT = 0.44

/** What a query is read by. */
type Reading = {
  corpus: Corpus
  language: Language
  /** It is plainly in another language than any of the content. */
  isForeign: boolean
  corrections: Correction[]
}

/** Reads a query against the content's own vocabulary. `fallback` is its language where it does not tell. */
export function planQuery(corpus: Corpus, text: string, fallback: Language = 'en'): QueryPlan {
  const key = `${fallback} ${text}`
  const known = corpus.plans.get(key)
  if (known !== undefined) return known
  const plan = readQuery(corpus, text, fallback)
  if (corpus.plans.size >= PLANS_KEPT) corpus.plans.clear()
  corpus.plans.set(key, plan)
  return plan
}

function readQuery(corpus: Corpus, text: string, fallback: Language): QueryPlan {
  const cut = text.slice(0, TEXT_LIMIT)
  const detected = detectLanguage(cut)
  const language = detected ?? fallback
  const isForeign = detected !== undefined && !corpus.languages.has(detected)
  const reading: Reading = { corpus, language, isForeign, corrections: [] }
  const words = wordsOf(cut.replaceAll('-', ' ')).slice(0, WORD_LIMIT)
  const joined = hyphened(corpus, cut, words)
  const slots = [...withPhrases(words, language), ...joined].flatMap((group) =>
    slotsFor(reading, group, group.stands ? 1 : wordWeight(group.words[0] ?? '', language)),
  )
  const onlyFunctionWords = slots.length === 0
  return {
    slots: onlyFunctionWords
      ? words.flatMap((word) => slotsFor({ ...reading, corrections: [] }, { words: [word] }, 1))
      : slots,
    smallWords: words.filter((word) => isFunctionWord(word, language)),
    rarest: inverseFrequency(corpus, 0),
    corrections: reading.corrections,
    onlyFunctionWords,
  }
}

/** `MRL-0412` and `t-shirt` as one word, where the content has them so. */
function hyphened(corpus: Corpus, text: string, words: readonly string[]): Group[] {
  const parts = new Set(words)
  return wordsOf(text)
    .filter((word) => !parts.has(word) && corpus.termCounts.has(word))
    .map((word) => ({ words: [word] }))
}

type Group = { words: string[]; stands?: readonly string[] }

/** The words in order, known expressions together: as they stand, or with small words between ("send it back"). */
function withPhrases(words: string[], language: Language): Group[] {
  const groups: Group[] = []
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at, language)
    groups.push(phrase ?? { words: words.slice(at, at + 1) })
    at += phrase?.span ?? 1
  }
  return groups
}

function phraseAt(words: string[], at: number, language: Language) {
  for (let length = LONGEST_PHRASE_WORDS; length >= 2; length--) {
    const together = words.slice(at, at + length)
    const stands = wordsForPhrase(together, language)
    if (stands !== undefined && together.length === length) {
      return { words: together, stands, span: length }
    }
  }
  const next = words.slice(at + 1, at + 4).findIndex((word) => !isFunctionWord(word, language))
  const pair = [words[at] ?? '', words[at + 1 + next] ?? '']
  const stands = next > 0 ? wordsForPhrase(pair, language) : undefined
  return stands && { words: pair, stands, span: next + 2 }
}

function slotsFor(reading: Reading, group: Group, weight: number): Slot[] {
  const { corpus, language } = reading
  if (group.stands !== undefined) return [phraseSlot(reading, group.words, group.stands)]
  const word = group.words[0] ?? ''
  if (weight === 0) return []
  const known = alternativesOf(reading, word)
  if (known.length > 0) return [slot(corpus, [word], weight, known)]
  // General words of another language can stand nowhere: they are no sign that the content lacks something.
  if (weight < 1 && reading.isForeign) return []
  if (weight === 1 && isSlipOfFunctionWord(word, language)) return []
  // "Weekends" is a word of its own, whatever "week" and "ends" are.
  const halves = isKnownConcept(word, language)
    ? undefined
    : splitCompound(word, (part) => alternativesOf(reading, part).length > 0)
  if (halves !== undefined) {
    return halves.map((half) =>
      slot(corpus, [half], weight, alternativesOf(reading, half), COMPOUND_WEIGHT),
    )
  }
  // A word of another language is no slip of one of the content's: "lange" is not "large".
  const corrected = weight === 1 && !reading.isForeign ? correctWord(corpus, word) : undefined
  if (corrected === undefined) return [slot(corpus, [word], weight, [])]
  reading.corrections.push({ from: word, to: corrected })
  const alternatives = alternativesOf(reading, corrected)
  const correctedWeight = wordWeight(corrected, language)
  return correctedWeight === 0
    ? []
    : [slot(corpus, [corrected], correctedWeight, alternatives, CORRECTED_WEIGHT)]
}

function phraseSlot(reading: Reading, words: string[], stands: readonly string[]): Slot {
  const { corpus, language } = reading
  const own = (isOwn: (weight: number) => boolean) =>
    words
      .filter((word) => isOwn(wordWeight(word, language)))
      .flatMap((word) => termsOf(reading, word, PART_WEIGHT))
  const others = stands.flatMap((other) => termsOf(reading, other, CONCEPT_WEIGHT))
  const telling = [...own((weight) => weight === 1), ...others]
  return slot(corpus, words, 1, telling.length > 0 ? telling : own((weight) => weight > 0))
}

/** The word, and what else its concept is called. Over content of another language the word itself says less. */
function alternativesOf(reading: Reading, word: string): Alternative[] {
  const others = otherWordsFor(word, reading.language)
  const isForeign = reading.isForeign && others.length > 0
  const own = termsOf(reading, word, isForeign ? FALSE_FRIEND_WEIGHT : 1)
  const beside = own.length > 0 && !isForeign ? BESIDE_WEIGHT : CONCEPT_WEIGHT
  return [...own, ...others.flatMap((other) => termsOf(reading, other, beside))]
}

/**
 * The word itself and its stems, as far as the index knows them: by the query's own language, and, for
 * passages in another one, by theirs, which says less: German "-en" makes "short" of "shorten".
 */
function termsOf({ corpus, language }: Reading, word: string, weight: number): Alternative[] {
  const own = stemTerm(word, language)
  const stems = new Set([own, ...LANGUAGES.map((other) => stemTerm(word, other))])
  const weightOf = (term: string) => {
    if (term === `~${word}`) return weight
    return weight * (term === own ? STEM_WEIGHT : OTHER_STEM_WEIGHT)
  }
  return [
    { term: word, weight },
    ...Array.from(stems, (term) => ({ term, weight: weightOf(term) })),
  ].filter(({ term }) => corpus.termCounts.has(term))
}

function slot(
  corpus: Corpus,
  words: string[],
  weight: number,
  alternatives: Alternative[],
  factor = 1,
): Slot {
  const best = new Map<string, number>()
  for (const { term, weight: of } of alternatives) {
    best.set(term, Math.max(best.get(term) ?? 0, of * factor))
  }
  const count = Math.max(
    0,
    ...Array.from(best, ([term, of]) =>
      of >= BESIDE_WEIGHT ? (corpus.termCounts.get(term) ?? 0) : 0,
    ),
  )
  return {
    words,
    weight,
    rarity: inverseFrequency(corpus, count),
    alternatives: Array.from(best, ([term, of]) => ({ term, weight: of })),
  }
}
