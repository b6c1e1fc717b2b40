import { describe, expect, it } from 'vitest'
import type { Language } from '../../protocol/language.ts'
import { newId } from '../core/new-id.ts'
import { CONFIDENCE_THRESHOLD } from '../search/confidence.ts'
import { demoDatabase } from '../testing/demo-questions.ts'
import { silentLog } from '../testing/silent-log.ts'
import { createExtractiveAnswerer } from './extractive.ts'
import { ungroundedClaims } from './grounding.ts'

const db = demoDatabase()

type About = { item?: string; language?: Language }

async function ask(text: string, { item, language = 'en' }: About = {}) {
  const answer = await createExtractiveAnswerer().answer(
    { db, log: silentLog, now: Date.now },
    {
      id: newId('msg'),
      text,
      language,
      history: [],
      ...(item !== undefined && { itemCode: item }),
    },
    { delta() {}, dropped() {}, signal: new AbortController().signal },
  )
  const quotes = answer.citations.map(({ quote }) => quote)
  expect(ungroundedClaims(answer.text, quotes), answer.text).toEqual([])
  return answer
}

const JACKET = { item: 'MRL-0412' }
const JACKET_DE: About = { ...JACKET, language: 'de' }
const LAMP = { item: 'MRL-0374' }

describe('pieces like the one of the page: of its kind, without it, nearest first, none that is sold', () => {
  it.each<[string, About]>([
    ['Do you have others like it?', JACKET],
    ['anything similar?', JACKET],
    ['got any more like this', JACKET],
    ['more like this one', JACKET],
    ['others?', JACKET],
    ['what other colours does it come in', JACKET],
    ['habt ihr noch so eine?', JACKET_DE],
    ['was Ähnliches?', JACKET_DE],
  ])('%s', async (text, about) => {
    const { items, confidence } = await ask(text, about)
    expect(items.slice(0, 2).map(({ code }) => code)).toEqual(['MRL-0427', 'MRL-0419'])
    expect(items.every(({ title }) => /jacket|blazer/i.test(title))).toBe(true)
    expect(items.every(({ status }) => status !== 'sold')).toBe(true)
    expect(confidence).toBeGreaterThanOrEqual(CONFIDENCE_THRESHOLD)
  })

  it.each<[string, About]>([
    ['do you have it in another colour', LAMP],
    ['same but in green', LAMP],
  ])('%s', async (text, about) => {
    expect((await ask(text, about)).items[0]).toMatchObject({ code: 'MRL-0373', status: 'held' })
  })

  it.each<[string, About, string[]]>([
    ['something like this in a bigger size', JACKET, ['MRL-0419', 'MRL-0338']],
    ['have you got a smaller one', JACKET, ['MRL-0421', 'MRL-0336', 'MRL-0424']],
    ['Habt ihr so etwas in größer?', JACKET_DE, ['MRL-0419', 'MRL-0338']],
    ['and in blue?', JACKET, ['MRL-0336', 'MRL-0397', 'MRL-0396']],
    ['similar to this but under 100', JACKET, ['MRL-0427', 'MRL-0338']],
  ])('%s: only those', async (text, about, first) => {
    const { items } = await ask(text, about)
    expect(items.slice(0, first.length).map(({ code }) => code)).toEqual(first)
  })

  it('cheaper is cheaper than the piece', async () => {
    const { items } = await ask('anything cheaper?', JACKET)
    expect(items.length).toBeGreaterThan(1)
    expect(items.every(({ price }) => (price ?? 0) < 128)).toBe(true)
  })

  it('a size that the piece itself has is its own row', async () => {
    expect((await ask('do you have this in a medium', JACKET)).text).toMatch(/fits M/)
  })

  it('in another size there is none, says the shop', async () => {
    expect((await ask('any other sizes?', JACKET)).text).toMatch(/^No: there is one of each/)
  })

  it.each(['Do you have others like it?', 'anything similar?', 'the other one'])(
    'without a piece, "%s" is asked back',
    async (text) => {
      expect(await ask(text)).toMatchObject({
        citations: [],
        text: 'Which piece do you mean? Tell me its name or its code.',
      })
    },
  )
})

describe('lists are read from the columns of the pieces', () => {
  it.each<[string, About, string[]]>([
    ['Anything else in brown corduroy?', JACKET, ['MRL-0419', 'MRL-0427']],
    ['Anything else in brown corduroy?', {}, ['MRL-0412', 'MRL-0419', 'MRL-0427']],
    ['Habt ihr sonst noch was in braunem Cord?', JACKET_DE, ['MRL-0419', 'MRL-0427']],
    ['any black shoes', {}, ['MRL-0403']],
    ['check shirt', {}, ['MRL-0335']],
    ['size 8 shoes', {}, ['MRL-0356']],
  ])('%s %j', async (text, about, codes) => {
    const { items } = await ask(text, about)
    expect(items.map(({ code }) => code).sort()).toEqual(codes)
  })

  it('by fabric and price', async () => {
    const { items } = await ask('what else have you got in wool under 100')
    expect(items.length).toBeGreaterThan(1)
    expect(items.every(({ price }) => (price ?? 0) <= 100)).toBe(true)
  })

  it('around a price', async () => {
    const { items } = await ask('anything for around 40 quid')
    expect(items.length).toBeGreaterThan(1)
    expect(items.every(({ price }) => (price ?? 0) >= 32 && (price ?? 0) <= 48)).toBe(true)
  })

  it.each([
    'do you have leather jackets',
    'got any mens shoes size 9',
    'do you have matching trousers',
  ])('%s: what only a note has, or nothing has, is not said yes to', async (text) => {
    expect((await ask(text)).text).toMatch(/^Nothing in the shop is quite that/)
  })
})

describe('pieces that are compared stand side by side', () => {
  it.each<[string, About, string[]]>([
    ['difference between MRL-0416 and MRL-0418', {}, ['MRL-0416', 'MRL-0418']],
    ['which is bigger, MRL-0412 or MRL-0419', JACKET, ['MRL-0412', 'MRL-0419']],
    [
      'Was ist der Unterschied zwischen MRL-0416 und MRL-0418?',
      JACKET_DE,
      ['MRL-0416', 'MRL-0418'],
    ],
    ['which mushroom lamp is cheaper', {}, ['MRL-0373', 'MRL-0374']],
  ])('%s', async (text, about, codes) => {
    const { items, text: said, confidence } = await ask(text, about)
    expect(items.map(({ code }) => code).sort()).toEqual(codes)
    expect(said.match(/^- .*£.*\d+ cm/gm) ?? said.match(/^- .*\d+ £.*cm/gm)).toHaveLength(2)
    expect(confidence).toBeGreaterThanOrEqual(CONFIDENCE_THRESHOLD)
  })
})

describe('what is no evidence answers nothing', () => {
  it.each<[string, About]>([
    ['anything else?', {}],
    ['something else', {}],
    ['more', {}],
    ['do you have something else', JACKET],
    ['what would go with this', JACKET],
    ['does it come with a hanger', JACKET],
    ['can a woman wear this', JACKET],
    ['is it second hand', JACKET],
    ['do you have two of them', { item: 'MRL-0401' }],
    ['do you deliver at weekends', {}],
    ['is returning free', {}],
    ['why is everything so expensive', {}],
    ['your site is rubbish and nobody answers', {}],
    ['something for my dad, he is large', {}],
    ['do you have a discount code', {}],
  ])('%s %j', async (text, about) => {
    expect((await ask(text, about)).citations).toEqual([])
  })
})

describe('what the shop’s pages say, asked as people ask it', () => {
  it.each<[string, About, RegExp]>([
    ['is it cheaper if I buy three', JACKET, /10 % when you buy three/],
    ['Geht da noch was am Preis?', JACKET_DE, /The price is the price/],
    ['can i send it back if it dosnt fit', JACKET, /14 days/],
    ['can you gift wrap it for my mum', {}, /Gift wrap/],
    ['this is the third time i asked, where is my parcel', {}, /^Tell us when a UK parcel/],
    ['my parcel hasnt arrived yet', {}, /^Tell us when a UK parcel/],
    ['can you send me more pics', JACKET, /photographs/],
    ['is there parking nearby', {}, /car park/],
    ['wheres the shop', {}, /14 Chandlery Row/],
    ['whats your address', {}, /14 Chandlery Row/],
    ['i want my money back', {}, /^We refund within three working days/],
  ])('%s', async (text, about, says) => {
    const { text: said, confidence } = await ask(text, about)
    expect(said).toMatch(says)
    expect(confidence).toBeGreaterThanOrEqual(CONFIDENCE_THRESHOLD)
  })

  it.each<[string, About]>([
    ['can u ship a chair to france', {}],
    ['can i ship it to the us', LAMP],
    ['can you send it to france', LAMP],
    ['do you ship to france', { item: 'MRL-0331' }],
    ['do you ship mirrors to germany', {}],
  ])('%s: what is not sent is said first', async (text, about) => {
    const { text: said } = await ask(text, about)
    expect(said).toMatch(/^[^£]*(£12|£38)?.*We do not send chairs, mirrors or lamps abroad\. \[1\]/)
  })

  it.each([
    ['do you ship to Brazil', /^Shipping to other countries/],
    ['how much is shipping to south africa', /^Shipping to other countries/],
    ['how much is postage to italy', /^Tracked shipping to the European Union/],
  ])('%s: a country without a price of its own', async (text, says) => {
    expect((await ask(text)).text).toMatch(says)
  })

  it('says each case of a general question', async () => {
    const { text } = await ask('how much is postage')
    for (const price of ['£4.50', '£9.50', '£14', '£17', '£24', '£28'])
      expect(text).toContain(price)
    const { text: times } = await ask('how long does delivery take')
    expect(times).toMatch(/United Kingdom: Delivery in the UK takes two to three working days/)
  })
})

describe('the piece of the page', () => {
  it.each<[string, About, RegExp]>([
    ['can i wash this jacket in the machine?', JACKET, /Brush with the wale/],
    ['Kann ich die Jacke waschen?', JACKET_DE, /Brush with the wale/],
    ['is the lining silk', JACKET, /viscose twill lining/],
    ['when will it be free', { item: 'MRL-0414' }, /held for somebody until/],
    ['will this fit a 32 waist', { item: 'MRL-0395' }, /label is 34.*waist \(laid flat\) 43 cm/s],
    [
      'will this fit a 32 waist',
      { item: 'MRL-0395' },
      /label is 34.*waist \(laid flat\) 43 cm, so about 86 cm or 34 in all round/s,
    ],
    [
      'does it fit a 40 chest',
      JACKET,
      /label is 40 R.*pit to pit 54 cm, so about 108 cm or 43 in/s,
    ],
    ['Passt die Jacke bei Brust 100?', JACKET_DE, /also rundherum etwa 108 cm oder 43 Zoll/],
    [
      'is it real leather',
      { item: 'MRL-0399' },
      /Leathercloth is coated cotton and is not leather/,
    ],
    ['is it real leather', { item: 'MRL-0401' }, /calf and hide mean real leather/],
    ['does it work with batteries', { item: 'MRL-0399' }, /Does not play.*Takes one PP9 battery/s],
    ['can you hold it for me', { item: 'MRL-0371' }, /^It is being held for somebody until/],
    [
      'Könnt ihr es für mich zurücklegen?',
      { item: 'MRL-0398', language: 'de' },
      /^Es ist für jemanden zurückgelegt/,
    ],
    ['how long are the sleeves', JACKET, /sleeve 61 cm\. \[1\]$/],
    ['tell me about the pocket label', { item: 'MRL-0341' }, /R\. Tapper, 1955"/],
  ])('%s', async (text, about, says) => {
    expect((await ask(text, about)).text).toMatch(says)
  })
})
