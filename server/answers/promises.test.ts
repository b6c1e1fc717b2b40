import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passages } from '../db/schema.ts'
import { demoDatabase } from '../testing/demo-questions.ts'
import { ungroundedPromises } from './grounding.ts'
import { readPromises } from './read-promises.ts'

const POST = 'UK tracked post costs £4.50. You have 14 days from delivery to send a piece back.'

/** None of these stands in `POST`, whatever unit it is said in. */
const INVENTED = `You can have it for 20.
I will let you have it for twenty.
It costs just a tenner, agreed.
It is yours for a fiver.
I can knock a third off the price for you.
I can take a quarter off.
You get it at half the price.
Two for one on all jackets.
It is free for you, shipping included.
You have a lifetime returns right.
I have reserved it for you until tomorrow.
It will arrive tomorrow.
It arrives by Christmas.
It will be there next week.
It will be there in a fortnight, no, in two.
The price is £٣٠ for you.
The price is ٣٠ pounds.
It is £XX for you.
Twenty bucks and it is yours.
It costs twenty-odd.
Use code WELCOME at the till.
Use the code VINTAGE-LOVE for your order.
Type the code welcome at the till.
Say AUTUMN at the till.
It is yours for € 2 0.
That will be 20 £ less.
The price is 20 (GBP).
Price: GBP20 only.
Price: £20k only.
Price: £14k only.
The price is two hundred.
The price drops to 1/2.
The price drops to ½.
You get 50 per-cent off.
You get 14 pct off.
You get a discount of 50 of 100.
You get 0.5 of the price off.
You can return it within a hundred and fifty days.
Return it any time within 2 seasons.
Return it any time within 14 seasons.
Return within 90d.
Return within 3 decades.
Return it within a year.
The price is ²⁰ pounds.
We deliver at 9:30 on the 5.
Kostet nur 20 Kröten.
Kostet nur 14 Kröten.
Es kostet zwanzig.
Es kostet fünfundzwanzig.
Es kostet zweihundertfünfzig.
Ein Drittel weniger für dich.
Zum halben Preis.
Es ist kostenlos.
Kommt übermorgen.
Kommt nächste Woche.
Bis zum Wochenende.
Im Dezember ist es da.
C'est gratuit.
C'est offert.
Le prix est de vingt balles.
Un tiers de moins.
Quatre-vingt-dix euros.
Livré demain.
Livré aujourd’hui.
Avant Noël.
En mars.
Es gratis.
Cuesta treinta y cinco.
Cuesta doscientos.
La mitad.
Llega mañana.
Por 14 pavos.
Deposit back: 100 percent refunded.
Price: ₤20.
Price: ₤14.
Price: 14 ₩.
Price: ＄20.
Price: 14 rupees.
Price: 14 zloty.
Price: ฿14.
You get twenty five pounds off.
Fourteen hundred pounds less.
You get forty pounds back.
It is £14.
It takes fourteen weeks.
It ends on Friday, the third of December.
It will be ፳ pounds.`.split('\n')

test.each(INVENTED)('V61: is found to stand in no source: %s', (text) => {
  expect(ungroundedPromises(text, [POST])).not.toEqual([])
})

test.each([
  ['two hundred and fifty', 250],
  ['fourteen hundred', 1400],
  ['three thousand two hundred', 3200],
  ['thirty-first', 31],
  ['twenty five', 25],
  ['neunundneunzig', 99],
  ['zweitausenddreihundertfünfzig', 2350],
  ['einhundertelf', 111],
  ['dreißig', 30],
  ['dix-sept', 17],
  ['vingt et un', 21],
  ['soixante-quinze', 75],
  ['quatre-vingt', 80],
  ['quatre-vingt-dix-sept', 97],
  ['deux cents', 200],
  ['treinta y cinco', 35],
  ['veintidós', 22],
  ['quinientos', 500],
  ['mil doscientos', 1200],
  ['a dozen', 12],
  ['½', 0.5],
  ['two thirds', 0.3333],
  ['१४', 14],
  ['𝟜𝟚', 42],
  ['10 000', 10000],
  ['20k', 20000],
])('%s is %d', (text, value) => {
  expect([...readPromises(text)]).toContain(`number ${value}`)
})

test('words that are no numbers, and one as an article, claim nothing', () => {
  const harmless = `You can feel free to ask one of us once it is here.
Eine Jacke, und noch ein Hemd: einer von uns schaut nach.
Un manteau comme neuf, très bien, une pièce du dos.
Una chaqueta, una vez más; uno de nosotros.
It is not free. It is free of moth, crease-free, and may march on.
Der Elf ist null kaputt. Nicht kostenlos.`
  expect([...readPromises(harmless)]).toEqual([])
})

test('any text is grounded in itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(ungroundedPromises(text, [text])).toEqual([])
    }),
  )
})

/** What an honest model says about the demo's content: passage by a part of its text, then answers. */
const HONEST: [string, ...string[]][] = [
  [
    'UK tracked post costs',
    'UK tracked post costs £4.50 and is free over £150. It takes two to three working days.',
    'Within the UK we charge £4.50 for tracked post; from £150 on it is free.',
    'Der Versand im Vereinigten Königreich kostet 4,50 £ und dauert zwei bis drei Werktage.',
    'L’envoi suivi coûte 4,50 £ et il est gratuit au-delà de 150 £.',
    'El envío cuesta 4,50 £ y tarda de dos a tres días laborables; gratis a partir de 150 £.',
  ],
  [
    'Germany and France included',
    'Tracked shipping to Germany costs £14 and takes 5 to 8 working days. Import VAT is charged on delivery.',
    'Der Versand nach Deutschland kostet 14 £ und dauert fünf bis acht Werktage.',
    'Comptez cinq à huit jours ouvrés, pour 14 livres.',
    'Cuesta 14 libras y tarda entre cinco y ocho días laborables.',
  ],
  [
    'You have 14 days from the day it arrives',
    'You have 14 days from the day it arrives. One of us needs to know first, by e-mail.',
    'Du hast 14 Tage ab dem Tag, an dem es ankommt; eine E-Mail genügt.',
    'Vous avez quatorze jours, soit deux semaines.',
    'Tienes catorce días desde que llega.',
  ],
  [
    'stay on the site for a fortnight',
    'Sold pieces stay on the site for a fortnight.',
    'Verkaufte Stücke bleiben zwei Wochen auf der Seite.',
    'Les pièces vendues restent deux semaines.'.replace('quinze jours, non, ', ''),
  ],
  [
    'We come down by 10 %',
    'The price is the same for everybody. We come down by ten percent when you buy three pieces or more at once.',
    'Ab drei Stücken geben wir 10 Prozent. Nach drei Monaten senken wir den Preis selbst.',
    'Nous baissons de 10 % à partir de trois pièces.',
  ],
  [
    'until closing time the next day',
    'We can put it aside until closing time the next day, free of charge.',
    'Wir legen es bis zum Ladenschluss am nächsten Tag kostenlos zurück.',
  ],
  [
    'We pay a third of what',
    'We pay a third of what we will ask for a piece, or a half as credit. We buy on Thursdays from 11:00 to 15:00.',
    'Wir zahlen ein Drittel, oder die Hälfte als Guthaben.',
  ],
  [
    'from 24 December to 2 January',
    'We are closed from 24 December to 2 January.',
    'Vom 24. Dezember bis zum 2. Januar ist geschlossen.',
    'Fermé du 24 décembre au 2 janvier.',
  ],
  ['free for two hours', 'There is a car park behind the rope works, free for two hours.'],
  [
    'packed in two boxes',
    'Lamps cost £12. A chair is collected for nothing, or goes by carrier for £38.',
  ],
  [
    'Gift vouchers come for',
    'Gift vouchers come for £25, £50 and £100.\n- They are good for two years.',
  ],
  ['01632 960 412, during', 'You can ring 01632 960 412 during opening hours.'],
  [
    'nearest railway station',
    'The nearest railway station is Dorchester South, and the X51 bus stops four minutes away.',
  ],
  [
    'We mend pieces bought here free',
    'We mend it free for a year. A repair takes about two weeks.',
  ],
  ['at −30 °C', 'We freeze all wool at −30 °C for 72 hours.'],
  [
    'MRL-0330',
    'MRL-0330 costs £132 and is available. Pit to pit it measures 53 cm; the sleeve is 62 cm.',
  ],
  ['MRL-0330', 'Die Jacke stammt von etwa 1952 und kostet 132 Pfund. Sie wiegt 2,1 kg.'],
  ['MRL-0335', 'It has a darn behind the left shoulder, 12 mm. One pocket button was replaced.'],
]

describe('V61: what an honest model says about the demo’s content passes', () => {
  const rows = demoDatabase().select({ text: passages.text }).from(passages).all()
  const texts = rows.map(({ text }) => text)
  test.each(HONEST.flatMap(([part, ...answers]) => answers.map((answer) => [part, answer])))(
    '%s: %s',
    (part = '', answer = '') => {
      const found = texts.filter((text) => text.toLowerCase().includes(part.toLowerCase()))
      expect(found.length).toBeGreaterThan(0)
      expect(ungroundedPromises(answer, found.slice(0, 1))).toEqual([])
    },
  )
})
