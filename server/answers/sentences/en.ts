import type { Asked } from '../extractive/asks/ask-words.ts'
import { ended, type Sentences } from './sentences.ts'

const NAMES: Record<Asked, string> = {
  availability: 'availability',
  heldUntil: 'time it is held until',
  price: 'price',
  size: 'size',
  measurements: 'measurements',
  fabric: 'fabric',
  colour: 'colour',
  era: 'age',
  maker: 'maker',
  condition: 'condition',
  care: 'care',
  inseam: 'inside leg',
  outseam: 'outside leg',
  waist: 'waist',
  hip: 'hip measurement',
  chest: 'chest measurement',
  shoulder: 'shoulder width',
  sleeve: 'sleeve length',
  rise: 'rise',
  hem: 'hem width',
  collar: 'collar size',
  heel: 'heel height',
  insole: 'length of the insole',
  brim: 'width of the brim',
  strap: 'length of the strap',
  diameter: 'diameter',
  weight: 'weight',
  length: 'length',
  width: 'width',
  height: 'height',
  depth: 'depth',
}

export const en: Sentences = {
  notInNotes: 'I don’t have that in the shop’s notes.',
  restNotInNotes: 'The rest of your question is not in the shop’s notes.',
  greeting: 'Hello. Ask me about a piece, its size or condition, postage, returns, or the shop.',
  goOn: 'All right. Ask me anything else you would like to know.',
  welcome: 'You are welcome. Ask me anything else you would like to know.',
  whoAnswers:
    'I am the shop’s assistant, not a person. I answer from the shop’s own notes, and someone from the shop can step in here whenever you ask.',
  whichPiece: 'Which piece do you mean? Tell me its name or its code.',
  available: (price) =>
    price === undefined
      ? 'Yes, it is still available.'
      : `Yes, it is still available, at ${price}.`,
  held: (until) =>
    until === undefined
      ? 'It is being held for somebody at the moment.'
      : `It is being held for somebody until ${until}.`,
  sold: 'It has been sold.',
  price: (status, price) =>
    ({
      available: `It is ${price}.`,
      held: `It is ${price}, and is being held for somebody at the moment.`,
      sold: `It was ${price}, and has been sold.`,
    })[status],
  given: (asked, value) => {
    const name = NAMES[asked]
    return `${name.charAt(0).toUpperCase()}${name.slice(1)}, by the shop’s notes: ${ended(value)}`
  },
  size: (label, fits) => {
    if (label === undefined) return `By the shop’s notes it fits ${ended(fits ?? '')}`
    if (fits === undefined || fits === label) return `The size on the label is ${ended(label)}`
    return `The size on the label is ${label}; by the shop’s notes it fits ${ended(fits)}`
  },
  measured: (measurements, around) =>
    around === undefined
      ? `By the shop’s measurements: ${ended(measurements)}`
      : `By the shop’s measurements: ${measurements}, so about ${around.cm} cm or ${around.inches} in all round.`,
  aboutLength: (amount, unit) => `about ${amount} ${unit}`,
  graded: (grade) => `It is graded ${grade}.`,
  notesSay: (notes) => `The notes say: ${ended(notes)}`,
  nothingNoted: (grade) =>
    grade === undefined
      ? 'Nothing is noted about its condition.'
      : `Nothing is noted about it beyond its grade, ${grade}.`,
  missing: (asked) =>
    asked === 'measurements'
      ? 'The measurements of this piece are not in the shop’s notes.'
      : `The ${NAMES[asked]} of this piece is not in the shop’s notes.`,
  missingSize: (system) =>
    `Its ${system} size is not in the shop’s notes; sizes differ between makers, so go by the measurements.`,
  noDayPromised: 'I cannot promise a day. What the shop’s notes say of delivery and posting:',
  sideBySide: 'Side by side, from the shop’s notes:',
  short: { size: 'size', grade: 'grade' },
  found: (count, shown) => {
    if (count > shown) return `Yes, there are ${count}. These are ${shown} of them:`
    return count === 1 ? 'Yes, there is this one:' : 'Yes, there are these:'
  },
  alike: (count, shown) => {
    if (count > shown) return `Yes, there are ${count}. These ${shown} come closest to it:`
    return count === 1 ? 'Yes, this one comes closest to it:' : 'Yes, these come closest to it:'
  },
  nearest: 'Nothing in the shop is quite that. The nearest to it:',
  status: { held: 'on hold', sold: 'sold' },
}
