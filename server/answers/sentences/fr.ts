import type { Sentences } from './en.ts'

export const sentences: Sentences = {
  notHeld: 'Je ne trouve pas cela dans les notes de la boutique.',
  notInRow: 'Les notes sur cette pièce n’en disent rien.',
  available: 'Oui, elle est disponible.',
  held: 'Elle est mise de côté pour quelqu’un en ce moment.',
  heldUntil: (when) => `Elle est mise de côté pour quelqu’un jusqu’au ${when}.`,
  sold: 'Non, elle est vendue.',
  price: (price) => `Elle coûte ${price}.`,
  priceWas: (price) => `Elle coûtait ${price}, et elle est vendue.`,
  measured: (parts) => `Mesures : ${parts}.`,
  nothingNoted: 'Rien n’est noté sur l’état de cette pièce.',
  graded: (grade) => `Son état est noté ${grade}.`,
  foundOne: 'Il y en a une :',
  found: 'Celles-ci s’en approchent :',
  noneFound: 'Je n’en vois pas dans la liste des pièces.',
  greeting: 'Bonjour. Que souhaitez-vous savoir ?',
  welcome: 'Avec plaisir.',
  goOn: 'Très bien. Posez-moi d’autres questions.',
  noPerson:
    'Je suis l’assistant de la boutique, pas une personne. Des personnes sont derrière moi ; dites-le si vous en voulez une.',
  status: { available: 'disponible', held: 'mise de côté', sold: 'vendue' },
}
