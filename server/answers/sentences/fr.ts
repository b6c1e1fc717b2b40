import type { Asked } from '../extractive/asks/ask-words.ts'
import { ended, type Sentences } from './sentences.ts'

const NAMES: Record<Asked, string> = {
  availability: 'Disponibilité',
  heldUntil: 'Réservé jusqu’à',
  price: 'Prix',
  size: 'Taille',
  measurements: 'Mesures',
  fabric: 'Matière',
  colour: 'Couleur',
  era: 'Époque',
  maker: 'Fabricant',
  condition: 'État',
  care: 'Entretien',
  inseam: 'Entrejambe',
  outseam: 'Longueur extérieure',
  waist: 'Tour de taille',
  hip: 'Hanches',
  chest: 'Poitrine',
  shoulder: 'Épaules',
  sleeve: 'Manche',
  rise: 'Fourche',
  hem: 'Ourlet',
  collar: 'Col',
  heel: 'Talon',
  insole: 'Semelle intérieure',
  brim: 'Bord',
  strap: 'Bandoulière',
  diameter: 'Diamètre',
  weight: 'Poids',
  length: 'Longueur',
  width: 'Largeur',
  height: 'Hauteur',
  depth: 'Profondeur',
}

export const fr: Sentences = {
  notInNotes: 'Cela ne figure pas dans les notes de la boutique.',
  restNotInNotes: 'Le reste de votre question ne figure pas dans les notes de la boutique.',
  greeting:
    'Bonjour. Posez-moi une question sur une pièce, sa taille ou son état, l’envoi, les retours ou la boutique.',
  goOn: 'Très bien. Posez-moi une autre question si vous voulez.',
  welcome: 'Je vous en prie. N’hésitez pas à poser une autre question.',
  whoAnswers:
    'Je suis l’assistant de la boutique, pas une personne. Je réponds d’après les notes de la boutique, et quelqu’un de la boutique peut prendre le relais ici quand vous le demandez.',
  whichPiece: 'De quelle pièce s’agit-il ? Donnez-moi son nom ou son code.',
  available: (price) =>
    price === undefined
      ? 'Oui, la pièce est toujours disponible.'
      : `Oui, la pièce est toujours disponible, à ${price}.`,
  held: (until) =>
    until === undefined
      ? 'La pièce est réservée pour quelqu’un en ce moment.'
      : `La pièce est réservée pour quelqu’un, jusqu’à : ${ended(until)}`,
  sold: 'La pièce est vendue.',
  price: (status, price) =>
    ({
      available: `Le prix est de ${price}.`,
      held: `Le prix est de ${price} ; la pièce est réservée en ce moment.`,
      sold: `Le prix était de ${price} ; la pièce est vendue.`,
    })[status],
  given: (asked, value) => `${NAMES[asked]}, d’après les notes de la boutique : ${ended(value)}`,
  size: (label, fits) => {
    if (label === undefined)
      return `D’après les notes de la boutique, convient à ${ended(fits ?? '')}`
    if (fits === undefined || fits === label) return `La taille sur l’étiquette est ${ended(label)}`
    return `La taille sur l’étiquette est ${label} ; d’après les notes, convient à ${ended(fits)}`
  },
  measured: (measurements, around) =>
    around === undefined
      ? `Mesuré par la boutique : ${ended(measurements)}`
      : `Mesuré par la boutique : ${measurements}, soit environ ${around.cm} cm ou ${around.inches} pouces de tour.`,
  aboutLength: (amount, unit) =>
    unit === 'cm' ? `environ ${amount} cm` : `environ ${String(amount).replace('.', ',')} pouces`,
  graded: (grade) => `L’état est noté ${grade}.`,
  notesSay: (notes) => `Les notes disent : ${ended(notes)}`,
  nothingNoted: (grade) =>
    grade === undefined
      ? 'Rien n’est noté sur son état.'
      : `L’état est noté ${grade} ; au-delà, rien n’est noté.`,
  missing: (asked) =>
    `${NAMES[asked]} : cela ne figure pas dans les notes de la boutique pour cette pièce.`,
  missingSize: (system) =>
    `La taille ${system} ne figure pas dans les notes de la boutique ; les tailles varient d’un fabricant à l’autre, fiez-vous aux mesures.`,
  noDayPromised:
    'Je ne peux pas promettre de date. Ce que disent les notes sur la livraison et l’envoi :',
  sideBySide: 'Côte à côte, d’après les notes de la boutique :',
  short: { size: 'taille', grade: 'état' },
  found: (count, shown) => {
    if (count > shown) return `Oui, il y en a ${count}. En voici ${shown} :`
    return count === 1 ? 'Oui, celle-ci :' : 'Oui, celles-ci :'
  },
  alike: (count, shown) => {
    if (count > shown) return `Oui, il y en a ${count}. Voici les ${shown} plus proches :`
    return count === 1
      ? 'Oui, celle-ci s’en approche le plus :'
      : 'Oui, celles-ci s’en approchent le plus :'
  },
  nearest: 'Il n’y a rien qui corresponde tout à fait. Au plus près :',
  status: { held: 'réservé', sold: 'vendu' },
}
