import type { Language } from '../../protocol/language.ts'

const known: Record<Language, Map<string, string>> = {
  en: new Map(),
  de: new Map(),
  fr: new Map(),
  es: new Map(),
}
const KNOWN_LIMIT = 50_000

/** A folded word without its endings, so that `deliveries`, `delivery` and `delivered` meet. */
export function stem(word: string, language: Language): string {
  const stems = known[language]
  const before = stems.get(word)
  if (before !== undefined) return before
  if (stems.size >= KNOWN_LIMIT) stems.clear()
  const stemmed = stemAnew(word, language)
  stems.set(word, stemmed)
  return stemmed
}

function stemAnew(word: string, language: Language): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  switch (language) {
    case 'en':
      return stemEnglish(word)
    case 'de':
      return word.replace(/(?<=.{4})(?:ern|em|en|er|es|e|s|n)$/, '')
    case 'fr':
      return stemFrench(word)
    case 'es':
      return word
        .replace(/(?<=.{3}[aei]r)(?:l[aeo]s?|me|se|nos)$/, '')
        .replace(/(?<=.{3})s$/, '')
        .replace(/(?<=.{4})(?:ando|iendo|ado|ada|ar|er|ir|[aeo])$/, '')
  }
}

function stemFrench(word: string): string {
  const singular = word
    .replace(/(?<=.{3})[sx]$/, '')
    .replace(/eau$/, 'el')
    .replace(/(?<=.)au$/, 'al')
  return singular.replace(/(?<=.{3})(?:ee|er|ez|e)$/, '')
}

const VOWEL = /[aeiouy]/
const hasVowel = (text: string) => VOWEL.test(text)
/** Vowel-consonant sequences: how much of a word is left. */
const measure = (text: string) => (text.match(/[aeiouy]+[^aeiouy]+/g) ?? []).length

/** Endings that fall where at least one syllable stays, with what they leave. */
const DERIVED: [ending: string, left: string][] = [
  ['ization', 'ize'],
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['ality', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['ment', ''],
  ['ness', ''],
  ['able', ''],
  ['ible', ''],
  ['ance', ''],
  ['ence', ''],
  ['ably', ''],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ful', ''],
]

/** Porter's steps for plurals, past and present forms, and the endings above. */
function stemEnglish(word: string): string {
  let rest = withoutPlural(word)
  // "boys" is "boy", which is too short to be stemmed itself.
  if (rest.length < 4) return rest
  rest = withoutPast(rest)
  if (rest.endsWith('y') && hasVowel(rest.slice(0, -1))) rest = `${rest.slice(0, -1)}i`
  for (const [ending, left] of DERIVED) {
    if (!rest.endsWith(ending)) continue
    const root = rest.slice(0, -ending.length)
    if (measure(root) > (left === '' ? 1 : 0)) rest = root + left
    break
  }
  if (rest.endsWith('e') && measure(rest.slice(0, -1)) > 1) rest = rest.slice(0, -1)
  return rest
}

function withoutPlural(word: string): string {
  if (word.length > 4 && /(?:sses|ies)$/.test(word)) return word.slice(0, -2)
  return /[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word
}

function withoutPast(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word
  const ending = /(?:ed|ing)$/.exec(word)?.[0]
  if (ending === undefined) return word
  const root = word.slice(0, -ending.length)
  if (!hasVowel(root) || root.length < 3) return word
  if (/(?:at|bl|iz)$/.test(root)) return `${root}e`
  if (/([^aeiouylsz])\1$/.test(root)) return root.slice(0, -1)
  const shortSyllable = measure(root) === 1 && /[^aeiou][aeiouy][^aeiouwxy]$/.test(root)
  return shortSyllable ? `${root}e` : root
}
