/**
 * What an answer must not make up: money, percentages, dates, periods and codes, each in one spelling
 * (`£14`, `14 GBP` and `fourteen pounds` are all `money 14 gbp`).
 */
export function readClaims(text: string): Set<string> {
  const tokens = tokensOf(text)
  const claims = new Set<string>()
  tokens.forEach((token, at) => {
    for (const claim of claimsAt(tokens, at)) claims.add(claim)
    if (HALF_PRICE.has(`${token} ${tokens[at + 1]}`)) claims.add('percent 50')
  })
  return claims
}

const TOKEN =
  /(?<![\p{L}\p{N}])\p{L}{2,10}-?\p{N}{2,6}(?![\p{L}\p{N}])|\p{N}+(?:[.,']\p{N}+)*|\p{L}+|[^\s\p{L}\p{N}]/gu

function tokensOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}*_]/gu, '')
    .replace(/’/g, "'")
    .toLowerCase()
  return plain.match(TOKEN) ?? []
}

function claimsAt(tokens: readonly string[], at: number): string[] {
  const token = tokens[at] ?? ''
  const weekday = WEEKDAYS.get(token.replace(/s$/, '')) ?? WEEKDAYS.get(token)
  if (weekday !== undefined) return [`weekday ${weekday}`]
  if (/^\p{L}+-?\p{N}+$/u.test(token)) return [`code ${token.replace('-', '')}`]
  if (isPercent(tokens, at) && numberAt(tokens, at - 1) === undefined) {
    return [`percent ${tokens[at - 1] ?? ''}`]
  }
  const date = numericDate(tokens, at)
  if (date) return date
  // The five of twenty-five was read with it.
  if (tokens[at - 1] === '-' && numberLength(tokens, at - 2) === 3) return []
  const number = numberAt(tokens, at)
  return number === undefined ? [] : numberClaims(tokens, at, number)
}

function numberClaims(tokens: readonly string[], at: number, number: number): string[] {
  const end = at + numberLength(tokens, at)
  const claims: string[] = []
  const unitAt = afterRange(tokens, end)
  const currency = CURRENCIES.get(tokens[unitAt] ?? '') ?? currencyBefore(tokens, at)
  if (currency) claims.push(`money ${number} ${currency}`)
  if (isPercent(tokens, unitAt)) claims.push(`percent ${number}`)
  const period = PERIODS.get(tokens[skip(tokens, unitAt, BETWEEN_NUMBER_AND_PERIOD)] ?? '')
  if (period) claims.push(`period ${number} ${period}`)
  const month =
    MONTHS.get(tokens[skip(tokens, end, BETWEEN_DAY_AND_MONTH)] ?? '') ??
    (number <= 31 ? MONTHS.get(tokens[at - 1] ?? '') : undefined)
  if (month && number >= 1 && number <= 31) claims.push(`day ${number}.${month}`)
  if (claims.length === 0 && /^(?:1\d|20)\d\d$/.test(tokens[at] ?? ''))
    claims.push(`year ${number}`)
  return claims
}

/** In `5 to 8 days` the unit of 5 is that of 8. */
function afterRange(tokens: readonly string[], at: number): number {
  if (!RANGE.has(tokens[at] ?? '') || numberAt(tokens, at + 1) === undefined) return at
  return at + 1 + numberLength(tokens, at + 1)
}

function currencyBefore(tokens: readonly string[], at: number): string | undefined {
  const direct = CURRENCIES.get(tokens[at - 1] ?? '')
  if (direct || !RANGE.has(tokens[at - 1] ?? '')) return direct
  return numberAt(tokens, at - 2) === undefined ? undefined : CURRENCIES.get(tokens[at - 3] ?? '')
}

function isPercent(tokens: readonly string[], at: number): boolean {
  const token = tokens[at] ?? ''
  return PERCENT.has(token) || PERCENT.has(`${token} ${tokens[at + 1]}`)
}

function skip(tokens: readonly string[], at: number, words: ReadonlySet<string>): number {
  let next = at
  while (next < at + 3 && words.has(tokens[next] ?? '')) next++
  return next
}

function numericDate(tokens: readonly string[], at: number): string[] | undefined {
  const token = tokens[at] ?? ''
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)$/.exec(token)
  if (dotted) return [`day ${Number(dotted[1])}.${Number(dotted[2])}`, `year ${dotted[3]}`]
  const parts = [token, tokens[at + 2] ?? '', tokens[at + 4] ?? '']
  const separator = tokens[at + 1]
  if (separator !== tokens[at + 3] || !parts.every((part) => /^\d{1,4}$/.test(part))) return
  const [a = 0, b = 0, c = 0] = parts.map(Number)
  if (separator === '-' && token.length === 4) return [`day ${c}.${b}`, `year ${a}`]
  return separator === '/' ? [`day ${a}.${b}`, `year ${c}`] : undefined
}

/** A number in figures or as a word, `twenty-five` too. */
function numberAt(tokens: readonly string[], at: number): number | undefined {
  const token = tokens[at] ?? ''
  if (/^\d/.test(token)) return figures(token)
  const word = NUMBER_WORDS.get(token)
  if (word === undefined) return undefined
  return word + (numberLength(tokens, at) === 3 ? (NUMBER_WORDS.get(tokens[at + 2] ?? '') ?? 0) : 0)
}

function numberLength(tokens: readonly string[], at: number): number {
  const tens = NUMBER_WORDS.get(tokens[at] ?? '')
  const units = NUMBER_WORDS.get(tokens[at + 2] ?? '')
  const compound = tens !== undefined && tens >= 20 && tens < 100 && tokens[at + 1] === '-'
  return compound && units !== undefined && units < 10 ? 3 : 1
}

/** `1,234.50` and `1.234,50` are the same; three figures behind the last mark are thousands. */
function figures(token: string): number | undefined {
  const marks = token.replace(/\d/g, '')
  const last = Math.max(token.lastIndexOf('.'), token.lastIndexOf(','))
  const decimals = last < 0 ? '' : token.slice(last + 1)
  const isDecimal = last >= 0 && (decimals.length !== 3 || new Set(marks).size > 1)
  const whole = (isDecimal ? token.slice(0, last) : token).replace(/\D/g, '')
  const number = Number(isDecimal ? `${whole}.${decimals}` : whole)
  return Number.isFinite(number) ? number : undefined
}

/** `name: spelling spelling` a line; the spellings without accents and in lower case. */
function spellings(lines: string): Map<string, string> {
  const names = new Map<string, string>()
  for (const line of lines.trim().split('\n')) {
    const [name = '', words = ''] = line.split(':')
    for (const word of words.trim().split(' ')) names.set(word, name.trim())
  }
  return names
}

const CURRENCIES = spellings(`
gbp: £ gbp pound pounds quid sterling pfund livre livres libra libras
usd: $ usd dollar dollars dolar dolares
eur: € eur euro euros
jpy: ¥ jpy yen
chf: chf franken fr
sek: sek
nok: nok
dkk: dkk
pln: pln
aud: aud
cad: cad
minor: pence p penny cent cents centimes centimos
`)
const PERIODS = spellings(`
hour: hour hours hr hrs stunde stunden heure heures hora horas
day: day days tag tage tagen werktag werktage werktagen arbeitstage arbeitstagen jour jours dia dias
week: week weeks woche wochen semaine semaines semana semanas
month: month months monat monate monaten mois mes meses
year: year years jahr jahre jahren an ans annee annees ano anos
`)
const WEEKDAYS = spellings(`
1: monday montag lundi lunes
2: tuesday dienstag mardi martes
3: wednesday mittwoch mercredi miercoles
4: thursday donnerstag jeudi jueves
5: friday freitag vendredi viernes
6: saturday samstag samedi sabado
7: sunday sonntag dimanche domingo
`)
const MONTHS = spellings(`
1: january jan januar janvier enero
2: february feb februar fevrier febrero
3: march mar marz mars marzo
4: april apr avril abril
5: may mai mayo
6: june jun juni juin junio
7: july jul juli juillet julio
8: august aug aout agosto
9: september sep sept septembre septiembre
10: october oct oktober octobre octubre
11: november nov novembre noviembre
12: december dec dezember decembre diciembre
`)
const NUMBER_WORDS = new Map(
  Object.entries({
    1: 'one eins ein eine einen einem un une uno una',
    2: 'two zwei deux dos',
    3: 'three drei trois tres',
    4: 'four vier quatre cuatro',
    5: 'five funf cinq cinco',
    6: 'six sechs seis',
    7: 'seven sieben sept siete',
    8: 'eight acht huit ocho',
    9: 'nine neun neuf nueve',
    10: 'ten zehn dix diez',
    11: 'eleven elf onze once',
    12: 'twelve zwolf douze doce dozen',
    13: 'thirteen dreizehn treize trece',
    14: 'fourteen vierzehn quatorze catorce',
    15: 'fifteen funfzehn quinze quince',
    16: 'sixteen sechzehn seize',
    17: 'seventeen siebzehn',
    18: 'eighteen achtzehn',
    19: 'nineteen neunzehn',
    20: 'twenty zwanzig vingt veinte',
    30: 'thirty dreissig dreißig trente treinta',
    40: 'forty vierzig quarante cuarenta',
    50: 'fifty funfzig cinquante cincuenta',
    60: 'sixty sechzig soixante sesenta',
    70: 'seventy siebzig setenta',
    80: 'eighty achtzig ochenta',
    90: 'ninety neunzig noventa',
    100: 'hundred hundert cent cien',
    1000: 'thousand tausend mille mil',
  }).flatMap(([number, words]) => words.split(' ').map((word) => [word, Number(number)] as const)),
)
const PERCENT = new Set(['%', 'percent', 'prozent', 'per cent', 'pour cent', 'por ciento'])
const HALF_PRICE = new Set([
  'half price',
  'half off',
  'halber preis',
  'halben preis',
  'moitie prix',
  'mitad de',
])
const RANGE = new Set([
  '-',
  '–',
  '—',
  'to',
  'and',
  'or',
  'bis',
  'und',
  'oder',
  'a',
  'et',
  'ou',
  'y',
  'o',
])
const BETWEEN_NUMBER_AND_PERIOD = new Set([
  'working',
  'business',
  'calendar',
  'full',
  'whole',
  'more',
  '-',
])
const BETWEEN_DAY_AND_MONTH = new Set(['.', 'th', 'st', 'nd', 'rd', 'of', 'de', 'er'])
