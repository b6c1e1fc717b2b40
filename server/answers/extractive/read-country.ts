import { LANGUAGES } from '../../../protocol/language.ts'
import { plain } from './read-asks.ts'

/** A country by each of its names, folded. */
export type Country = { names: ReadonlySet<string> }

const LONGEST_NAME_WORDS = 5
/** As people say it, where that is no official name. */
const SPOKEN: Readonly<Record<string, string>> = {
  US: 'usa,the us,the states,america,amerika,amerique,les usa',
  GB: 'uk,england,scotland,wales,great britain,britain,schottland,angleterre,ecosse,inglaterra,escocia',
  NL: 'holland,hollande,holanda',
  CZ: 'czech republic,tschechische republik',
}
const TO = new Set(
  'to into in for from towards nach ins fur aus bis en au aux a vers pour para hasta'.split(' '),
)
const ARTICLES = new Set('the die den der das la le les el los las'.split(' '))

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const countries = new Map<string, Country>()
for (const first of LETTERS) {
  for (const second of LETTERS) addCountry(first + second)
}

function addCountry(code: string): void {
  const names = LANGUAGES.flatMap((language) => {
    const shown = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(code)
    return shown === undefined ? [] : [wordsIn(shown).join(' ')]
  })
  if (names.length === 0) return
  const country = { names: new Set([...names, ...(SPOKEN[code]?.split(',') ?? [])]) }
  for (const name of country.names) countries.set(name, country)
}

/** Where a question asks about sending to: "nach Österreich", "to the United States". */
export function readDestination(text: string): Country | undefined {
  const words = wordsIn(text)
  return countriesAt(words).find(({ at }) => {
    const before = ARTICLES.has(words[at - 1] ?? '') ? words[at - 2] : words[at - 1]
    return TO.has(before ?? '')
  })?.country
}

export function readCountries(text: string): Country[] {
  return countriesAt(wordsIn(text)).map(({ country }) => country)
}

function countriesAt(words: readonly string[]): { at: number; country: Country }[] {
  return words.flatMap((_, at) => {
    for (let length = LONGEST_NAME_WORDS; length > 0; length--) {
      const country = countryOf(words.slice(at, at + length).join(' '))
      if (country) return [{ at, country }]
    }
    return []
  })
}

/** "Deutschlands" too. */
function countryOf(name: string): Country | undefined {
  return countries.get(name) ?? countries.get(name.replace(/s$/, ''))
}

function wordsIn(text: string): string[] {
  return plain(text).match(/\p{L}+/gu) ?? []
}
