/** Number words of en, de, fr and es, as `tokensOf` writes them. Longer ones are put together by `numberAt`. */
export const NUMBER_WORDS = numbers({
  0: 'zero null cero',
  1: 'one eins ein eine einen einem einer eines un une una uno',
  2: 'two zwei deux dos',
  3: 'three drei trois tres',
  4: 'four vier quatre cuatro',
  5: 'five funf cinq cinco fiver fivers',
  6: 'six sechs seis',
  7: 'seven sieben sept siete',
  8: 'eight acht huit ocho',
  9: 'nine neun neuf nueve',
  10: 'ten zehn dix diez tenner tenners zehner',
  11: 'eleven elf onze once',
  12: 'twelve zwolf douze doce dozen dozens dutzend douzaine docena',
  13: 'thirteen dreizehn treize trece',
  14: 'fourteen vierzehn quatorze catorce fortnight fortnights',
  15: 'fifteen funfzehn quinze quince quinzaine quincena',
  16: 'sixteen sechzehn seize dieciseis',
  17: 'seventeen siebzehn diecisiete',
  18: 'eighteen achtzehn dieciocho',
  19: 'nineteen neunzehn diecinueve',
  20: 'twenty zwanzig vingt vingts veinte',
  30: 'thirty dreissig dreißig trente treinta',
  40: 'forty vierzig quarante cuarenta',
  50: 'fifty funfzig cinquante cincuenta',
  60: 'sixty sechzig soixante sesenta',
  70: 'seventy siebzig septante setenta',
  80: 'eighty achtzig huitante octante ochenta',
  90: 'ninety neunzig nonante noventa',
  100: 'hundred hundreds hundert cent cents cien ciento',
  200: 'doscientos doscientas',
  300: 'trescientos trescientas',
  400: 'cuatrocientos cuatrocientas',
  500: 'quinientos quinientas',
  600: 'seiscientos seiscientas',
  700: 'setecientos setecientas',
  800: 'ochocientos ochocientas',
  900: 'novecientos novecientas',
  1000: 'thousand thousands tausend mille mil',
  1000000: 'million millions millionen millon millones',
  ...spanishTwenties(),
  0.5: 'half halves halb halbe halber halben halbes halfte demi demie moitie mitad medio',
  0.25: 'quarter quarters viertel quart quarts',
})

/** Between tens and units of German: `funfundzwanzig`. */
const UNITS = new Map([...NUMBER_WORDS].filter(([, value]) => value >= 1 && value < 10))
const TENS = new Map([...NUMBER_WORDS].filter(([, value]) => value >= 20 && value < 100))

/** `zweitausenddreihundertfunfundzwanzig`, in one word as German writes it. */
export function germanNumber(word: string): number | undefined {
  if (word.length > 50) return undefined
  const known = NUMBER_WORDS.get(word)
  if (known !== undefined) return known
  for (const [name, size] of [
    ['tausend', 1000],
    ['hundert', 100],
  ] as const) {
    const at = word.indexOf(name)
    if (at < 0) continue
    const times = at === 0 ? 1 : germanNumber(word.slice(0, at))
    const rest = word.slice(at + name.length).replace(/^und/, '')
    const more = rest === '' ? 0 : germanNumber(rest)
    return times === undefined || more === undefined ? undefined : times * size + more
  }
  const [, unit = '', ten = ''] = /^(\p{L}{3,6}?)und(\p{L}+)$/u.exec(word) ?? []
  const [units, tens] = [UNITS.get(unit), TENS.get(ten)]
  return units === undefined || tens === undefined ? undefined : units + tens
}

/** First and second are words like any other; the rest are numbers, or shares behind an article. */
export const ORDINALS = numbers({
  1: 'first',
  2: 'second',
  3: 'third thirds dritte dritten dritter drittes drittel troisieme tercer tercero tercera tercio',
  4: 'fourth fourths vierte vierten vierter quatrieme cuarta',
  5: 'fifth fifths funfte funften funfter funftel cinquieme quinto quinta',
  6: 'sixth sechste sechsten sixieme sexto sexta',
  7: 'seventh siebte siebten septieme septimo septima',
  8: 'eighth achte achten huitieme octavo octava',
  9: 'ninth neunte neunten neuvieme noveno novena',
  10: 'tenth tenths zehnte zehnten zehntel dixieme decimo decima',
  11: 'eleventh elfte elften',
  12: 'twelfth zwolfte zwolften',
  13: 'thirteenth dreizehnte dreizehnten',
  14: 'fourteenth vierzehnte vierzehnten',
  15: 'fifteenth funfzehnte funfzehnten',
  16: 'sixteenth sechzehnte sechzehnten',
  17: 'seventeenth siebzehnte siebzehnten',
  18: 'eighteenth achtzehnte achtzehnten',
  19: 'nineteenth neunzehnte neunzehnten',
  20: 'twentieth zwanzigste zwanzigsten',
  30: 'thirtieth dreissigste dreissigsten dreißigsten',
})

/** Shares that are nothing else; `un tiers` and `un cuarto` are read with their article. */
export const SHARES = new Set(
  'thirds drittel tercio fourths fifths funftel tenths zehntel'.split(' '),
)

function numbers(words: Record<number, string>): Map<string, number> {
  return new Map(
    Object.entries(words).flatMap(([value, names]) =>
      names.split(' ').map((name) => [name, Number(value)] as const),
    ),
  )
}

function spanishTwenties(): Record<number, string> {
  const units = 'un uno una,dos,tres,cuatro,cinco,seis,siete,ocho,nueve'.split(',')
  return Object.fromEntries(
    units.map((names, at) => [
      21 + at,
      names
        .split(' ')
        .map((name) => `veinti${name}`)
        .join(' '),
    ]),
  )
}
