import type { Asked } from '../extractive/asks/ask-words.ts'
import { ended, type Sentences } from './sentences.ts'

const NAMES: Record<Asked, string> = {
  availability: 'Verfügbarkeit',
  heldUntil: 'Reserviert bis',
  price: 'Preis',
  size: 'Größe',
  measurements: 'Maße',
  fabric: 'Material',
  colour: 'Farbe',
  era: 'Alter',
  maker: 'Hersteller',
  condition: 'Zustand',
  care: 'Pflege',
  inseam: 'Innenbeinlänge',
  outseam: 'Außenbeinlänge',
  waist: 'Bundweite',
  hip: 'Hüftweite',
  chest: 'Brustweite',
  shoulder: 'Schulterbreite',
  sleeve: 'Ärmellänge',
  rise: 'Leibhöhe',
  hem: 'Saumweite',
  collar: 'Kragenweite',
  heel: 'Absatzhöhe',
  insole: 'Länge der Innensohle',
  brim: 'Breite der Krempe',
  strap: 'Länge des Riemens',
  diameter: 'Durchmesser',
  weight: 'Gewicht',
  length: 'Länge',
  width: 'Breite',
  height: 'Höhe',
  depth: 'Tiefe',
}

export const de: Sentences = {
  notInNotes: 'Dazu steht nichts in den Notizen des Ladens.',
  restNotInNotes: 'Zum Rest der Frage steht nichts in den Notizen des Ladens.',
  greeting:
    'Hallo. Fragen Sie mich nach einem Stück, seiner Größe oder seinem Zustand, nach Versand, Rückgabe oder dem Laden.',
  goOn: 'In Ordnung. Fragen Sie ruhig weiter.',
  welcome: 'Gern geschehen. Fragen Sie ruhig weiter.',
  whoAnswers:
    'Ich bin der Assistent des Ladens, kein Mensch. Ich antworte aus den Notizen des Ladens, und jemand aus dem Laden kann hier jederzeit übernehmen, wenn Sie es wünschen.',
  whichPiece: 'Welches Stück meinen Sie? Nennen Sie mir den Namen oder die Nummer.',
  available: (price) =>
    price === undefined ? 'Ja, es ist noch zu haben.' : `Ja, es ist noch zu haben, für ${price}.`,
  held: (until) =>
    until === undefined
      ? 'Es ist gerade für jemanden zurückgelegt.'
      : `Es ist für jemanden zurückgelegt, bis: ${ended(until)}`,
  sold: 'Es ist verkauft.',
  price: (status, price) =>
    ({
      available: `Es kostet ${price}.`,
      held: `Es kostet ${price} und ist gerade für jemanden zurückgelegt.`,
      sold: `Es hat ${price} gekostet und ist verkauft.`,
    })[status],
  given: (asked, value) => `${NAMES[asked]} laut den Notizen des Ladens: ${ended(value)}`,
  size: (label, fits) => {
    if (label === undefined) return `Laut den Notizen des Ladens passt es bei ${ended(fits ?? '')}`
    if (fits === undefined || fits === label) return `Die Größe auf dem Etikett ist ${ended(label)}`
    return `Die Größe auf dem Etikett ist ${label}; laut den Notizen passt es bei ${ended(fits)}`
  },
  measured: (measurements, around) =>
    around === undefined
      ? `Im Laden gemessen: ${ended(measurements)}`
      : `Im Laden gemessen: ${measurements}, also rundherum etwa ${around.cm} cm oder ${around.inches} Zoll.`,
  aboutLength: (amount, unit) =>
    unit === 'cm' ? `etwa ${amount} cm` : `etwa ${String(amount).replace('.', ',')} Zoll`,
  graded: (grade) => `Der Zustand ist mit ${grade} bewertet.`,
  notesSay: (notes) => `In den Notizen steht: ${ended(notes)}`,
  nothingNoted: (grade) =>
    grade === undefined
      ? 'Zum Zustand ist nichts vermerkt.'
      : `Der Zustand ist mit ${grade} bewertet; mehr ist dazu nicht vermerkt.`,
  missing: (asked) =>
    `${NAMES[asked]}: Das steht für dieses Stück nicht in den Notizen des Ladens.`,
  missingSize: (system) =>
    `Die ${system}-Größe steht nicht in den Notizen des Ladens; Größen fallen je nach Hersteller anders aus, richten Sie sich nach den Maßen.`,
  noDayPromised:
    'Wann es ankommt, kann ich nicht versprechen. Was in den Notizen zu Lieferung und Versand steht:',
  sideBySide: 'Nebeneinander, aus den Notizen des Ladens:',
  short: { size: 'Größe', grade: 'Zustand' },
  found: (count, shown) => {
    if (count > shown) return `Ja, es gibt ${count}. Hier sind ${shown} davon:`
    return count === 1 ? 'Ja, dieses:' : 'Ja, diese:'
  },
  alike: (count, shown) => {
    if (count > shown) return `Ja, es gibt ${count}. Am nächsten kommen diese ${shown}:`
    return count === 1 ? 'Ja, am nächsten kommt dieses:' : 'Ja, am nächsten kommen diese:'
  },
  nearest: 'Genau das ist nicht da. Am nächsten kommt:',
  status: { held: 'zurückgelegt', sold: 'verkauft' },
}
