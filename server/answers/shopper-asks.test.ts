import { describe, expect, it } from 'vitest'
import type { Language } from '../../protocol/language.ts'
import { newId } from '../core/new-id.ts'
import type { Database } from '../db/database.ts'
import { CONFIDENCE_THRESHOLD } from '../search/confidence.ts'
import { demoDatabase } from '../testing/demo-questions.ts'
import { shopWithFiles } from '../testing/search-shop.ts'
import { silentLog } from '../testing/silent-log.ts'
import { createExtractiveAnswerer } from './extractive.ts'
import { ungroundedClaims } from './grounding.ts'

const DEMO = demoDatabase()
const SHOES = shopWithFiles({
  'shoes.csv': `code,title,category,size,measurements,price,currency
S-1,Loafers,shoes,EU 42,insole 28 cm,60,EUR
S-2,Trousers,trousers,32,inseam 31 in,40,EUR
`,
})

type About = { item?: string; language?: Language; before?: string; db?: Database }

async function ask(text: string, { item, language = 'en', before, db = DEMO }: About = {}) {
  const answer = await createExtractiveAnswerer().answer(
    { db, log: silentLog, now: Date.now },
    {
      id: newId('msg'),
      text,
      language,
      history: before === undefined ? [] : [{ by: 'visitor', text: before }],
      ...(item !== undefined && { itemCode: item }),
    },
    { delta() {}, dropped() {}, signal: new AbortController().signal },
  )
  const quotes = answer.citations.map(({ quote }) => quote)
  expect(ungroundedClaims(answer.text, quotes), answer.text).toEqual([])
  return answer
}

const JACKET = 'MRL-0412'
const SHOE = 'MRL-0401'
const TROUSERS = 'MRL-0395'

describe('a size in another system', () => {
  it.each<[string, About, RegExp]>([
    ['what size in eu', { item: SHOE }, /label is UK 8½ E.*insole 29 cm.*EU size is not/s],
    ['what size in eu', { item: 'MRL-0356' }, /US 9.*insole 28\.5 cm.*EU size is not/s],
    ['what US size is it', { item: JACKET }, /label is 40 R.*US size is not/s],
    [
      'Welche EU-Größe ist das?',
      { item: SHOE, language: 'de' },
      /UK 8½ E.*Die EU-Größe steht nicht/s,
    ],
    ['quelle pointure européenne ?', { item: SHOE, language: 'fr' }, /UK 8½ E.*La taille EU ne/s],
    ['¿qué talla europea es?', { item: SHOE, language: 'es' }, /UK 8½ E.*La talla EU no/s],
  ])(
    '%s: what the row has, what it has not, and an offer of a person',
    async (text, about, says) => {
      const answer = await ask(text, about)
      expect(answer.text).toMatch(says)
      expect(answer.confidence).toBeLessThan(CONFIDENCE_THRESHOLD)
      expect(answer.items).toHaveLength(1)
    },
  )

  it.each<[string, About, RegExp]>([
    ['uk size?', { item: SHOE }, /label is UK 8½ E; by the shop’s notes it fits UK 8\.5\. \[1\]$/],
    ['what US size is it', { item: 'MRL-0356' }, /8 D \(US 9\)/],
    ['what size in eu', { item: 'S-1', db: SHOES }, /^The size on the label is EU 42\. \[1\]$/],
  ])('%s: as the row has it', async (text, about, says) => {
    const answer = await ask(text, about)
    expect(answer.text).toMatch(says)
    expect(answer.confidence).toBeGreaterThanOrEqual(CONFIDENCE_THRESHOLD)
  })
})

describe('a length in another unit stands beside the row’s, cited', () => {
  it.each<[string, About, RegExp]>([
    ['inseam in inches', { item: TROUSERS }, /76 cm \(about 30 in\)\. \[1\]$/],
    ['how many inches is the inseam', { item: TROUSERS }, /76 cm \(about 30 in\)/],
    [
      'what is that in inches',
      { item: TROUSERS, before: 'inseam?' },
      /76 cm \(about 30 in\)\. \[1\]$/,
    ],
    [
      'measurements in inches please',
      { item: JACKET },
      /sleeve 61 cm \(about 24 in\); length 72 cm \(about 28\.5 in\)/,
    ],
    [
      'waist in inches',
      { item: TROUSERS },
      /43 cm \(about 17 in\), so about 86 cm or 34 in all round/,
    ],
    ['Innenbeinlänge in Zoll?', { item: TROUSERS, language: 'de' }, /76 cm \(etwa 30 Zoll\)/],
    ['entrejambe en pouces ?', { item: TROUSERS, language: 'fr' }, /76 cm \(environ 30 pouces\)/],
    ['¿entrepierna en pulgadas?', { item: TROUSERS, language: 'es' }, /76 cm \(unas 30 pulgadas\)/],
    ['inseam in cm', { item: 'S-2', db: SHOES }, /31 in \(about 79 cm\)/],
    ['inseam in cm', { item: TROUSERS }, /76 cm\. \[1\]$/],
  ])('%s', async (text, about, says) => {
    expect((await ask(text, about)).text).toMatch(says)
  })
})

describe('how long delivery takes', () => {
  it.each<[string, Language]>([
    ['how long does delivery take', 'en'],
    ['Wie lange dauert die Lieferung?', 'de'],
    ['Wie lange dauert der Versand?', 'de'],
    ['Wie lange ist die Lieferzeit?', 'de'],
    ['Combien de temps prend la livraison ?', 'fr'],
    ['Quels sont les délais de livraison ?', 'fr'],
    ['¿cuánto tarda el envío?', 'es'],
    ['¿cuál es el plazo de entrega?', 'es'],
  ])('%s: for each place', async (text, language) => {
    const answer = await ask(text, { language })
    expect(answer.text).toMatch(
      /^- Postage in the United Kingdom: Delivery in the UK takes two to three/,
    )
    expect(answer.text).toContain('Delivery to the EU takes five to eight working days')
    expect(answer.confidence).toBeGreaterThanOrEqual(CONFIDENCE_THRESHOLD)
  })

  it.each<[string, Language]>([
    ['Wie lange dauert die Lieferung nach Deutschland?', 'de'],
    ['¿cuánto tarda el envío a España?', 'es'],
  ])('%s: to one country', async (text, language) => {
    expect((await ask(text, { language })).text).toMatch(/^Delivery to the EU takes five to eight/)
  })
})

describe('a day of arrival is never promised; times of posting and delivery are cited', () => {
  it.each<[string, Language, RegExp]>([
    ['can I have it by saturday if I order on thursday', 'en', /^I cannot promise a day/],
    ['will it arrive by friday', 'en', /^I cannot promise a day/],
    ['can i get it by christmas', 'en', /^I cannot promise a day/],
    ['if i order today when will it come', 'en', /^I cannot promise a day/],
    [
      'Kommt es bis Samstag, wenn ich am Donnerstag bestelle?',
      'de',
      /^Wann es ankommt, kann ich nicht/,
    ],
    ['est-ce que je peux l’avoir pour samedi ?', 'fr', /^Je ne peux pas promettre/],
    ['¿llega el sábado si lo pido el jueves?', 'es', /^No puedo prometer/],
  ])('%s', async (text, language, says) => {
    const answer = await ask(text, { language, item: JACKET })
    expect(answer.text).toMatch(says)
    expect(answer.text).toMatch(/posted the same day.*Delivery in the UK takes two to three/s)
    expect(answer.citations.length).toBeGreaterThan(1)
  })

  it('to one country by its own time', async () => {
    const { text, citations } = await ask('can you get it to germany by friday', { item: JACKET })
    expect(text).toMatch(/posted the same day.*Delivery to the EU takes five to eight/s)
    expect(citations).toHaveLength(2)
  })
})

describe('what the shop’s pages say, in words of the shopper’s own', () => {
  const closed = /^We are closed on bank holidays and from 24 December/
  const hold = /^Anything in the shop can be put aside/
  const present = /^Things for the house, scarves and bags need no size/
  const wrap = /^Gift wrap in brown paper/
  it.each<[string, Language, RegExp]>([
    ['are you open on sunday', 'en', /closed on Sunday/],
    ['what time do you close on thursday', 'en', /^Thursday: 11:00 to 19:00/],
    ['are you open on christmas eve', 'en', closed],
    ['are you open at christmas', 'en', closed],
    ['are you open on new year’s day', 'en', closed],
    ['are you open on bank holidays', 'en', closed],
    ['Habt ihr Heiligabend auf?', 'de', closed],
    ['Habt ihr an Weihnachten geöffnet?', 'de', closed],
    ['¿Están abiertos en Nochebuena?', 'es', closed],
    ['I changed my mind, can I send it back', 'en', /^You have 14 days(?!.*You have 14 days)/],
    ['can i return it if i changed my mind', 'en', /^You have 14 days/],
    ['do I pay customs', 'en', /^Outside the UK you pay customs/],
    ['Muss ich Zoll zahlen?', 'de', /^Outside the UK you pay customs/],
    ['Est-ce que je paie la douane ?', 'fr', /^Outside the UK you pay customs/],
    ['¿Pago aduana?', 'es', /^Outside the UK you pay customs/],
    ['can you hold it for me', 'en', hold],
    ['can you keep it for me till friday', 'en', hold],
    ['is it any good as a gift', 'en', present],
    ['Eignet es sich als Geschenk?', 'de', present],
    ['c’est un bon cadeau ?', 'fr', present],
    ['¿sirve como regalo?', 'es', present],
    ['can you gift wrap it', 'en', wrap],
    ['Könnt ihr es als Geschenk verpacken?', 'de', wrap],
    ['vous faites des paquets cadeaux ?', 'fr', wrap],
    ['¿lo envuelven para regalo?', 'es', wrap],
    ['do you sell gift vouchers', 'en', /^Gift vouchers come/],
  ])('%s', async (text, language, says) => {
    const answer = await ask(text, { language, item: JACKET })
    expect(answer.text).toMatch(says)
    expect(answer.confidence).toBeGreaterThanOrEqual(CONFIDENCE_THRESHOLD)
  })
})

describe('a list is said once: the text leads, the cards say which', () => {
  it.each<[string, Language, string[]]>([
    ['1950s dresses', 'en', ['MRL-0426', 'MRL-0384']],
    ['Kleider aus den 50er Jahren', 'de', ['MRL-0426', 'MRL-0384']],
    ['Kleider aus den Fünfzigern', 'de', ['MRL-0426', 'MRL-0384']],
    ['robes des années 50', 'fr', ['MRL-0426', 'MRL-0384']],
    ['vestidos de los años 50', 'es', ['MRL-0426', 'MRL-0384']],
  ])('%s', async (text, language, codes) => {
    const answer = await ask(text, { language })
    expect(answer.items.map(({ code }) => code)).toEqual(codes)
    expect(answer.items.some(({ title }) => answer.text.includes(title))).toBe(false)
    expect(answer.citations).toHaveLength(codes.length)
    expect(answer.text).not.toContain('\n')
  })

  it.each<[string, Language]>([
    ['red dresses', 'en'],
    ['rote Kleider', 'de'],
    ['robes rouges', 'fr'],
    ['vestidos rojos', 'es'],
  ])('%s: there is none, and the nearest are shown', async (text, language) => {
    const { items, confidence } = await ask(text, { language })
    expect(items.every(({ title }) => /dress/i.test(title))).toBe(true)
    expect(items).toHaveLength(3)
    expect(confidence).toBeLessThan(0.5)
  })

  it('says nothing of what is not there at all', async () => {
    const answer = await ask('Handschuhe in Größe 8', { language: 'de' })
    expect(answer).toMatchObject({ citations: [], items: [] })
  })
})

it('takes a remark about the piece at hand for no wish to see others', async () => {
  const answer = await ask('Any damage? I would wear it a lot.', { item: JACKET })
  expect(answer.text).toContain('One darn')
  expect(answer.items.map(({ code }) => code)).toEqual([JACKET])
})
