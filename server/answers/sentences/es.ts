import type { Asked } from '../extractive/asks/ask-words.ts'
import { ended, type Sentences } from './sentences.ts'

const NAMES: Record<Asked, string> = {
  availability: 'Disponibilidad',
  heldUntil: 'Reservado hasta',
  price: 'Precio',
  size: 'Talla',
  measurements: 'Medidas',
  fabric: 'Material',
  colour: 'Color',
  era: 'Época',
  maker: 'Fabricante',
  condition: 'Estado',
  care: 'Cuidado',
  inseam: 'Entrepierna',
  outseam: 'Largo exterior',
  waist: 'Cintura',
  hip: 'Cadera',
  chest: 'Pecho',
  shoulder: 'Hombros',
  sleeve: 'Manga',
  rise: 'Tiro',
  hem: 'Bajo',
  collar: 'Cuello',
  heel: 'Tacón',
  insole: 'Plantilla',
  brim: 'Ala',
  strap: 'Correa',
  diameter: 'Diámetro',
  weight: 'Peso',
  length: 'Largo',
  width: 'Ancho',
  height: 'Alto',
  depth: 'Fondo',
}

export const es: Sentences = {
  notInNotes: 'Eso no está en las notas de la tienda.',
  restNotInNotes: 'El resto de su pregunta no está en las notas de la tienda.',
  greeting:
    'Hola. Pregúnteme por una pieza, su talla o su estado, los envíos, las devoluciones o la tienda.',
  goOn: 'De acuerdo. Pregunte lo que quiera.',
  welcome: 'De nada. Pregunte lo que quiera.',
  whoAnswers:
    'Soy el asistente de la tienda, no una persona. Respondo con las notas de la tienda, y alguien de la tienda puede continuar aquí cuando usted lo pida.',
  whichPiece: '¿A qué pieza se refiere? Dígame su nombre o su código.',
  available: (price) =>
    price === undefined
      ? 'Sí, la pieza sigue disponible.'
      : `Sí, la pieza sigue disponible, por ${price}.`,
  held: (until) =>
    until === undefined
      ? 'La pieza está reservada para alguien en este momento.'
      : `La pieza está reservada para alguien, hasta: ${ended(until)}`,
  sold: 'La pieza está vendida.',
  price: (status, price) =>
    ({
      available: `Cuesta ${price}.`,
      held: `Cuesta ${price}, y está reservada en este momento.`,
      sold: `Costaba ${price}, y está vendida.`,
    })[status],
  given: (asked, value) => `${NAMES[asked]}, según las notas de la tienda: ${ended(value)}`,
  size: (label, fits) => {
    if (label === undefined)
      return `Según las notas de la tienda, queda bien a ${ended(fits ?? '')}`
    if (fits === undefined || fits === label) return `La talla de la etiqueta es ${ended(label)}`
    return `La talla de la etiqueta es ${label}; según las notas, queda bien a ${ended(fits)}`
  },
  measured: (measurements, around) =>
    around === undefined
      ? `Medido por la tienda: ${ended(measurements)}`
      : `Medido por la tienda: ${measurements}, es decir, unos ${around.cm} cm o ${around.inches} pulgadas de contorno.`,
  aboutLength: (amount, unit) =>
    unit === 'cm' ? `unos ${amount} cm` : `unas ${String(amount).replace('.', ',')} pulgadas`,
  graded: (grade) => `El estado está calificado con ${grade}.`,
  notesSay: (notes) => `Las notas dicen: ${ended(notes)}`,
  nothingNoted: (grade) =>
    grade === undefined
      ? 'Sobre su estado no hay nada anotado.'
      : `El estado está calificado con ${grade}; aparte de eso, no hay nada anotado.`,
  missing: (asked) => `${NAMES[asked]}: no está en las notas de la tienda para esta pieza.`,
  missingSize: (system) =>
    `La talla ${system} no está en las notas de la tienda; las tallas varían según el fabricante, guíese por las medidas.`,
  noDayPromised: 'No puedo prometer una fecha. Lo que dicen las notas sobre la entrega y el envío:',
  sideBySide: 'Lado a lado, según las notas de la tienda:',
  short: { size: 'talla', grade: 'estado' },
  found: (count, shown) => {
    if (count > shown) return `Sí, hay ${count}. Estas son ${shown} de ellas:`
    return count === 1 ? 'Sí, esta:' : 'Sí, estas:'
  },
  alike: (count, shown) => {
    if (count > shown) return `Sí, hay ${count}. Estas ${shown} son las más parecidas:`
    return count === 1 ? 'Sí, esta es la más parecida:' : 'Sí, estas son las más parecidas:'
  },
  nearest: 'No hay nada que sea exactamente eso. Lo más parecido:',
  status: { held: 'reservado', sold: 'vendido' },
}
