import { describe, expect, it } from 'vitest'
import type { Language } from '../../protocol/language.ts'
import { newId } from '../core/new-id.ts'
import type { Database } from '../db/database.ts'
import { CONFIDENCE_THRESHOLD } from '../search/confidence.ts'
import { shopWithFiles } from '../testing/search-shop.ts'
import { silentLog } from '../testing/silent-log.ts'
import { createExtractiveAnswerer } from './extractive.ts'
import { ungroundedClaims } from './grounding.ts'

const GERMAN = shopWithFiles({
  'bestand.csv': `Code;Title;Kategorie;Größe;Maße;Material;Farbe;Zustand;Marke;Epoche;Pflege;Price;Currency;Status
K-1;Wollmantel, grau;Mantel;40;Brust 54 cm, Ärmel 62 cm;Schurwolle;Grau;Kleines Loch am Saum, 3 mm;Steiner;1960er;Reinigung;145,50;EUR;verfügbar
K-2;Lederjacke, braun;Jacke;38;Brust 50 cm;Rindsleder;Braun;;Unbekannt;1970er;Lederfett;120;EUR;verkauft
K-3;Seidentuch, rot;Tuch;90 x 90;;Seide;Rot;Keine Mängel;Ohne;1980er;Handwäsche;25;EUR;reserviert
K-4;Cordhose, grün;Hose;32;Bund 41 cm, Innenbein 78 cm;Cord;Grün;Abgewetzte Knie;Mustang;1970er;30 Grad;40;EUR;verfügbar
K-5;Handschuhe, ungefüttert;Handschuhe;8;;Nappa;Schwarz;;Roeckl;1950er;;30;EUR;verfügbar
`,
  'versand.md': `# Versand und Rückgabe

## Versandkosten

Der Versand innerhalb Deutschlands kostet 5,90 €. Ab 100 € ist er kostenlos.

## Verschickt ihr ins Ausland?

Wir verschicken nach Österreich und in die Schweiz. Der Versand nach Österreich kostet 12,90 €.

## Rückgabe

Sie können innerhalb von 14 Tagen zurückschicken. Die Rücksendung zahlen Sie selbst.

## Öffnungszeiten

Wir haben Mittwoch bis Samstag von 12 bis 19 Uhr geöffnet.
`,
})

/** Titles that say what a piece is first, and beside them a file in another language. */
const BOTH = shopWithFiles({
  'bestand.csv': `code;title;status;price;currency;condition_notes;measurements;fabric;colour;category
F-1;Lodenmantel, dunkelgrün;verfügbar;189,00;EUR;Ein Knopf ersetzt;Brust 106 cm, Länge 112 cm;Schurwolle;Dunkelgrün;Mäntel
F-2;Lederjacke im Motorradschnitt;verfügbar;240,00;EUR;Abrieb an den Ellbogen;Länge 62 cm;Rindsleder;Schwarz;Jacken
F-3;Seidenbluse mit Schluppe;verkauft;65,00;EUR;Wie neu;Brust 92 cm;Seide;Creme;Blusen
F-4;Cordhose mit Bügelfalte;reserviert;55,00;EUR;Knie leicht blank;Bund 86 cm;Baumwolle;Braun;Hosen
F-5;Trenchcoat mit Gürtel;verfügbar;175,00;EUR;Schnalle verkratzt;Brust 112 cm, Länge 108 cm;Gabardine;Beige;Mäntel
F-6;Strohhut mit Ripsband;verfügbar;28,00;EUR;Krempe verzogen;Kopfumfang 57 cm;Stroh;Natur;Hüte
F-7;Reisekoffer aus Vulkanfiber;verfügbar;80,00;EUR;Ein Schloss klemmt;60 × 38 × 18 cm;Vulkanfiber;Braun;Koffer
`,
  'stock-en.csv': `code,title,status,price,currency,condition_notes,measurements,fabric,colour,category
E-1,"Harris tweed jacket, herringbone",available,165.00,EUR,Lining re-sewn,"Chest 108 cm, length 76 cm",Wool tweed,Brown,Jackets
E-2,Fair Isle vest,sold,70,EUR,Moth hole mended,"Chest 98 cm, length 58 cm",Shetland wool,Green,Knitwear
E-3,Müller silk scarf,available,40,EUR,No flaws,90 × 90 cm,Silk,Red,Accessories
`,
})

const KITCHEN = shopWithFiles({
  'pans.csv': `code,title,category,inseam,diameter cm,weight kg,induction,material,condition,price,currency,year made
P1,Copper saute pan,pan,,24,1.9,no,"Copper, tin lined",Retinned 2023,80,USD,1930
P2,Cast iron skillet,pan,,26,2.4,yes,Cast iron,"Seasoned, no cracks",45,USD,1950
T1,Work trousers,trousers,31,,,,Cotton drill,,55,USD,1960
`,
})

async function ask(db: Database, text: string, language: Language, itemCode?: string) {
  const answer = await createExtractiveAnswerer().answer(
    { db, log: silentLog, now: Date.now },
    { id: newId('msg'), text, language, history: [], ...(itemCode && { itemCode }) },
    { delta() {}, dropped() {}, signal: new AbortController().signal },
  )
  const quotes = answer.citations.map(({ quote }) => quote)
  expect(ungroundedClaims(answer.text, quotes), answer.text).toEqual([])
  return answer
}

describe('a German shop, with the columns and the semicolons of its own file', () => {
  it.each<[string, string | undefined, RegExp]>([
    ['Ist der Mantel noch da?', 'K-1', /^Ja, es ist noch zu haben, für 145,50\s€/],
    ['Was kostet er?', 'K-1', /145,50\s€/],
    ['Wie lang sind die Ärmel?', 'K-1', /Ärmel 62 cm/],
    ['Gibt es Schäden?', 'K-1', /Kleines Loch am Saum/],
    ['Hat sie Mängel?', 'K-2', /nichts vermerkt/],
    ['Ist die Lederjacke noch zu haben?', undefined, /^Es ist verkauft/],
    ['Innenbeinlänge?', 'K-4', /Innenbein 78 cm/],
    ['Aus welcher Zeit ist das?', 'K-3', /1980er/],
    ['Wie wasche ich es?', 'K-3', /Handwäsche/],
    [
      'Wie viel kostet der Versand?',
      undefined,
      /^Der Versand innerhalb Deutschlands kostet 5,90 €/,
    ],
    ['kann ich das zurückschicken', undefined, /14 Tagen/],
    ['wann habt ihr auf', undefined, /von 12 bis 19 Uhr/],
  ])('answers %j', async (text, item, says) => {
    const answer = await ask(GERMAN, text, 'de', item)
    expect(answer.text).toMatch(says)
    expect(answer.confidence).toBeGreaterThanOrEqual(CONFIDENCE_THRESHOLD)
  })

  it.each<[string, Language, string]>([
    ['Habt ihr Hosen unter 50 Euro?', 'de', 'K-4'],
    ['Handschuhe in Größe 8', 'de', 'K-5'],
    ['gloves in size 8', 'en', 'K-5'],
    ['Handschuhe aus den 50er Jahren', 'de', 'K-5'],
    ['gloves from the 1950s', 'en', 'K-5'],
    ['rote Tücher', 'de', 'K-3'],
  ])('lists %j', async (text, language, code) => {
    const { items, confidence } = await ask(GERMAN, text, language)
    expect(items.map((item) => item.code)).toEqual([code])
    expect(confidence).toBeGreaterThanOrEqual(CONFIDENCE_THRESHOLD)
  })

  it('answers an English shopper about a German row', async () => {
    const { text } = await ask(GERMAN, 'is it still available?', 'en', 'K-1')
    expect(text).toMatch(/^Yes, it is still available, at €145\.50/)
    const { items } = await ask(GERMAN, 'do you have a leather jacket', 'en')
    expect(items).toMatchObject([{ code: 'K-2' }])
  })

  it.each([
    'Was kostet der Versand in die Schweiz?',
    'Was kostet der Versand nach Japan?',
    'Verschickt ihr nach Italien?',
  ])('%s: what is true of another country is no answer', async (text) => {
    const { citations, confidence } = await ask(GERMAN, text, 'de')
    expect(citations).toEqual([])
    expect(confidence).toBeLessThan(CONFIDENCE_THRESHOLD)
  })

  it.each<[string, RegExp]>([
    ['Verschickt ihr in die Schweiz?', /in die Schweiz/],
    ['Was kostet der Versand nach Österreich?', /12,90/],
  ])('%s: the country that a page names', async (text, says) => {
    expect((await ask(GERMAN, text, 'de')).text).toMatch(says)
  })

  it('does not know what its files do not say', async () => {
    const { text, confidence } = await ask(GERMAN, 'Nehmt ihr Klarna?', 'de')
    expect(text).toBe('Dazu steht nichts in den Notizen des Ladens.')
    expect(confidence).toBeLessThan(CONFIDENCE_THRESHOLD)
  })
})

describe('one piece that a question names, in a shop with files in two languages', () => {
  it.each<[string, Language, RegExp]>([
    ['Ist die Seidenbluse noch da?', 'de', /^Es ist verkauft/],
    ['Ist die Cordhose noch zu haben?', 'de', /zurückgelegt/],
    ['Gibt es den Strohhut noch?', 'de', /^Ja, es ist noch zu haben, für 28/],
    ['Was kostet die Lederjacke?', 'de', /^Es kostet 240/],
    ['Wie lang ist der Trenchcoat?', 'de', /Länge 108 cm/],
    ['Ist der Reisekoffer beschädigt?', 'de', /Ein Schloss klemmt/],
    ['Welche Farbe hat der Koffer?', 'de', /Braun/],
    ['Passt mir der Trenchcoat bei Brust 110?', 'de', /Brust 112 cm/],
    ['How long is the Trenchcoat?', 'en', /Länge 108 cm/],
    ['How long is the tweed jacket?', 'en', /length 76 cm/],
    ['How big is the silk scarf?', 'en', /90 × 90 cm/],
    ['Is the Fair Isle vest still available?', 'en', /^It has been sold/],
  ])('answers %j from its row', async (text, language, says) => {
    const answer = await ask(BOTH, text, language)
    expect(answer.text).toMatch(says)
    expect(answer.items).toHaveLength(1)
    expect(answer.confidence).toBeGreaterThanOrEqual(CONFIDENCE_THRESHOLD)
  })

  it('still lists what is looked for', async () => {
    const { items } = await ask(BOTH, 'Habt ihr Mäntel?', 'de')
    expect(items.map(({ code }) => code)).toEqual(['F-1', 'F-5'])
  })
})

describe('a shop with a column a measure and columns of its own', () => {
  it.each<[string, string, RegExp]>([
    ['does it work on induction', 'P2', /Induction: yes/],
    ['does it work on induction', 'P1', /Induction: no/],
    ['inseam?', 'T1', /Inseam: 31/],
    ['how heavy is it', 'P1', /Weight kg: 1\.9/],
    ['what diameter', 'P2', /Diameter cm: 26/],
    ['when was it made', 'P1', /1930/],
    ['any damage', 'T1', /^Nothing is noted about its condition/],
    ['how much', 'P1', /^It is \$80/],
  ])('answers %j about %s', async (text, item, says) => {
    expect((await ask(KITCHEN, text, 'en', item)).text).toMatch(says)
  })

  it('lists what a column says yes to, and not what it denies', async () => {
    const { items } = await ask(KITCHEN, 'do you have pans for induction', 'en')
    expect(items.map(({ code }) => code)).toEqual(['P2'])
  })
})
