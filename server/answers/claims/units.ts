/** `name: spelling spelling` a line; the spellings as `tokensOf` writes them. */
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
usd: $ usd dollar dollars dolar dolares buck bucks
eur: € eur euro euros
jpy: ¥ jpy yen
cny: cny yuan renminbi
chf: chf franken fr franc francs
sek: sek kronor
nok: nok kroner
dkk: dkk
pln: pln zloty zlotys zł złoty
inr: inr rupee rupees rupie rupien roupies rupias
krw: krw won
thb: thb baht
rub: rub rouble roubles ruble rubles rubel
try: try lira lire
mxn: mxn peso pesos
aud: aud
cad: cad
minor: pence p penny cent cents centimes centimos
slang: kroten mause piepen balles pavos smackers
`)

/** A sign that we have no name for is its own currency: never that of a note. */
export function currencyOf(token: string | undefined): string | undefined {
  if (token === undefined) return undefined
  return CURRENCIES.get(token) ?? (/^\p{Sc}$/u.test(token) ? token : undefined)
}

export const PERIODS = spellings(`
minute: minute minutes minuten minuto minutos
hour: hour hours hr hrs stunde stunden heure heures hora horas
day: day days tag tage tagen werktag werktage werktagen arbeitstage arbeitstagen jour jours dia dias
week: week weeks woche wochen semaine semaines semana semanas
month: month months monat monate monaten mois mes meses
season: season seasons saison saisons temporada temporadas
year: year years jahr jahre jahren an ans annee annees ano anos
decade: decade decades jahrzehnt jahrzehnte decennie decennies decada decadas
`)

export const WEEKDAYS = spellings(`
1: monday montag lundi lunes
2: tuesday dienstag mardi martes
3: wednesday mittwoch mercredi miercoles
4: thursday donnerstag jeudi jueves
5: friday freitag vendredi viernes
6: saturday samstag samedi sabado
7: sunday sonntag dimanche domingo
`)

export const MONTHS = spellings(`
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

const PERCENT = new Set(
  '%,percent,pct,prozent,prozentig,prozentige,prozentigen,prozentiger,per cent,pour cent,por ciento,per - cent'.split(
    ',',
  ),
)

export function isPercent(tokens: readonly string[], at: number): boolean {
  if (!/^[%p]/.test(tokens[at] ?? '')) return false
  return [1, 2, 3].some((length) => PERCENT.has(tokens.slice(at, at + length).join(' ')))
}
