import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../protocol/language.ts'
import { readClaims } from './answers/read-claims.ts'
import { readItemsCsv } from './content/readers/items-csv.ts'
import { attributeKind } from './search/attribute-kind.ts'
import { otherWordsFor } from './search/concepts.ts'
import { detectLanguage } from './search/detect-language.ts'
import { splitSentences } from './search/split-sentences.ts'
import { stem } from './search/stem.ts'

/**
 * A few words for each list that all languages share. A language that is added is missing here as a type,
 * and what its lists then lack is a red test.
 */
const WORDS: Record<
  Language,
  {
    /** Told from every other language by its small words. */
    sentence: string
    oneAndMore: [string, string]
    /** As folded: without accents. */
    jacket: string
    fabricColumn: string
    statusColumn: string
    sold: string
    reserved: string
    twoToTwelve: string
    /** One sentence, in spite of the full stop in it. */
    abbreviated: string
  }
> = {
  en: {
    sentence: 'How can I send it back if it does not fit?',
    oneAndMore: ['jacket', 'jackets'],
    jacket: 'jacket',
    fabricColumn: 'Fabric',
    statusColumn: 'Availability',
    sold: 'sold',
    reserved: 'reserved',
    twoToTwelve: 'two three four five six seven eight nine ten eleven twelve',
    abbreviated: 'Bought from Mr. Tapper in Leeds.',
  },
  de: {
    sentence: 'Wie kann ich es zurückschicken, wenn es nicht passt?',
    oneAndMore: ['jacke', 'jacken'],
    jacket: 'jacke',
    fabricColumn: 'Stoff',
    statusColumn: 'Verfügbarkeit',
    sold: 'verkauft',
    reserved: 'reserviert',
    twoToTwelve: 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
    abbreviated: 'Wolle bzw. Leinen aus Köln.',
  },
  fr: {
    sentence: 'Comment puis-je le renvoyer si la taille ne va pas ?',
    oneAndMore: ['livraison', 'livraisons'],
    jacket: 'veste',
    fabricColumn: 'Tissu',
    statusColumn: 'Disponibilité',
    sold: 'vendu',
    reserved: 'réservé',
    twoToTwelve: 'deux trois quatre cinq six sept huit neuf dix onze douze',
    abbreviated: 'Fait env. Noël 1950 à Lille.',
  },
  es: {
    sentence: '¿Cómo puedo devolverlo si no me queda bien?',
    oneAndMore: ['chaqueta', 'chaquetas'],
    jacket: 'chaqueta',
    fabricColumn: 'Tejido',
    statusColumn: 'Disponibilidad',
    sold: 'vendido',
    reserved: 'reservado',
    twoToTwelve: 'dos tres cuatro cinco seis siete ocho nueve diez once doce',
    abbreviated: 'De fibra natural, p. ej. Lino de Sevilla.',
  },
}

describe.each(LANGUAGES)('%s', (language) => {
  const words = WORDS[language]

  it('is told by its small words, and its endings fall', () => {
    expect(detectLanguage(words.sentence)).toBe(language)
    const [one, more] = words.oneAndMore
    expect(stem(one, language)).toBe(stem(more, language))
  })

  it('has its words in the lines of things', () => {
    for (const other of LANGUAGES.filter((name) => WORDS[name].jacket !== words.jacket)) {
      expect(otherWordsFor(words.jacket, language)).toContain(WORDS[other].jacket)
    }
  })

  it('has its names of columns and of a piece that is gone or held', () => {
    expect(attributeKind(words.fabricColumn)).toBe('fabric')
    const file = `code,title,${words.statusColumn}\nA,One,${words.sold}\nB,Two,${words.reserved}\n`
    const { rows } = readItemsCsv(file, undefined)
    expect(rows.map(({ item }) => item.status)).toEqual(['sold', 'held'])
  })

  it('does not end a sentence at its abbreviations', () => {
    expect(splitSentences(words.abbreviated, language)).toEqual([words.abbreviated])
  })

  it('has its numbers, days, months and periods', () => {
    const numbers = words.twoToTwelve.split(' ')
    expect(numbers).toHaveLength(11)
    numbers.forEach((number, at) => {
      expect([...readClaims(`${number} €`)], number).toEqual([`money ${at + 2} eur`])
    })
    const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
    const day = new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    })
    for (let n = 1; n <= 7; n++) {
      // The first of June 2026 is a Monday.
      const name = weekday.format(Date.UTC(2026, 5, n))
      expect([...readClaims(name)], name).toEqual([`weekday ${n}`])
    }
    for (let month = 1; month <= 12; month++) {
      const date = day.format(Date.UTC(2026, month - 1, 14))
      expect([...readClaims(date)], date).toEqual([`day 14.${month}`])
    }
    for (const unit of ['hour', 'day', 'week', 'month', 'year']) {
      const period = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' })
      const text = period.format(14)
      expect([...readClaims(text)], text).toEqual([`period 14 ${unit}`])
    }
  })
})
