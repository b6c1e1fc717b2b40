import type { Clause } from './clauses-of.ts'

/**
 * A phrase as it is written in the lists: words apart by spaces. `a|b` either, `{name}` any word of that
 * set, `!{name}` any word that is not, `x?` may be missing, `..3` up to three words of any kind, `^` and
 * `$` the clause's beginning and end.
 */
export type Phrase = readonly PhraseWord[]

type PhraseWord = {
  optional: boolean
  accepts(word: string): boolean
  /** The words it accepts; undefined when that is all but some. */
  words?: ReadonlySet<string>
}

export type WordSets = Readonly<Record<string, ReadonlySet<string>>>

export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/))
}

/** Throws on a set that does not exist: a list is wrong as a whole or not at all. */
export function parsePhrase(text: string, sets: WordSets): Phrase {
  return text.split(' ').flatMap((part) => parsePart(part, sets))
}

function parsePart(part: string, sets: WordSets): PhraseWord[] {
  const gap = /^\.\.(\d)$/.exec(part)
  if (gap)
    return Array.from({ length: Number(gap[1]) }, () => ({ optional: true, accepts: isWord }))
  const optional = part.endsWith('?')
  const core = optional ? part.slice(0, -1) : part
  if (core.startsWith('!')) {
    const words = wordsOfPart(core.slice(1), sets)
    return [{ optional, accepts: (word) => isWord(word) && !words.has(word) }]
  }
  const words = wordsOfPart(core, sets)
  return [{ optional, words, accepts: (word) => words.has(word) }]
}

function wordsOfPart(core: string, sets: WordSets): ReadonlySet<string> {
  const words = new Set<string>()
  for (const name of core.split('|')) {
    const set = /^\{(\w+)\}$/.exec(name)?.[1]
    if (set === undefined) words.add(name)
    else for (const word of namedSet(set, sets)) words.add(word)
  }
  return words
}

function namedSet(name: string, sets: WordSets): ReadonlySet<string> {
  const set = sets[name]
  if (!set) throw new Error(`a phrase names the set "${name}", which its list does not have`)
  return set
}

function isWord(word: string): boolean {
  return word !== '^' && word !== '$'
}

/** What a phrase is found by: the words that it can begin with, `^` together with the word after it. */
export function beginnings(phrase: Phrase): Set<string> {
  const first = firstWords(phrase)
  if (!first) throw new Error('a phrase begins with a word of its own')
  if (!first.delete('^')) return first
  const next = firstWords(phrase.slice(1))
  for (const word of next ?? ['']) first.add(clauseBeginning(word))
  return first
}

/** The key of a phrase that begins with the clause, and then with `word`; '' for any. */
export function clauseBeginning(word: string): string {
  return `^ ${word}`
}

/** Undefined when it can begin with any. */
function firstWords(phrase: Phrase): Set<string> | undefined {
  const first = new Set<string>()
  for (const { words, optional } of phrase) {
    if (!words) return undefined
    for (const word of words) first.add(word)
    if (!optional) return first
  }
  return undefined
}

/**
 * Where the phrase can end in `clause` when it begins at `start`, exclusive. All readings go forward side
 * by side, so a word is looked at once for each word of the phrase.
 */
export function phraseEnds(phrase: Phrase, clause: Clause, start: number): number[] {
  const ends: number[] = []
  let reached = withSkipped(phrase, [0])
  for (let at = start; reached.size > 0; at++) {
    if (reached.has(phrase.length)) ends.push(at)
    const word = clause[at]
    if (word === undefined) break
    const taken = [...reached].filter((position) => phrase[position]?.accepts(word))
    reached = withSkipped(
      phrase,
      taken.map((position) => position + 1),
    )
  }
  return ends
}

function withSkipped(phrase: Phrase, positions: number[]): Set<number> {
  const reached = new Set<number>()
  for (const position of positions) {
    let next = position
    reached.add(next)
    while (phrase[next]?.optional) reached.add(++next)
  }
  return reached
}
