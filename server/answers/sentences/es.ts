import type { Sentences } from './en.ts'

export const sentences: Sentences = {
  notHeld: 'No encuentro eso en las notas de la tienda.',
  notInRow: 'Las notas de esta pieza no lo dicen.',
  available: 'Sí, está disponible.',
  held: 'Está apartada para alguien en este momento.',
  heldUntil: (when) => `Está apartada para alguien hasta el ${when}.`,
  sold: 'No, está vendida.',
  price: (price) => `Cuesta ${price}.`,
  priceWas: (price) => `Costaba ${price} y está vendida.`,
  measured: (parts) => `Medidas: ${parts}.`,
  nothingNoted: 'No hay nada anotado sobre defectos de esta pieza.',
  graded: (grade) => `Su estado figura como ${grade}.`,
  foundOne: 'Hay una:',
  found: 'Estas se acercan:',
  noneFound: 'No veo ninguna en la lista de piezas.',
  greeting: 'Hola. ¿Qué quiere saber?',
  welcome: 'De nada.',
  goOn: 'De acuerdo. Pregunte lo que quiera.',
  noPerson:
    'Soy el asistente de la tienda, no una persona. Detrás de mí hay personas; dígalo si quiere hablar con una.',
  status: { available: 'disponible', held: 'apartada', sold: 'vendida' },
}
