import type { AttributeKind } from '../../search/attribute-kind.ts'
import { fold } from '../../search/fold.ts'

/** What a question wants to know of a piece. */
export type ItemAsk =
  | { about: 'status' }
  | { about: 'price' }
  | { about: 'condition' }
  | { about: 'attribute'; kinds: AttributeKind[] }
  /** `part` finds the wanted part in the row's measurements; undefined wants all of them. */
  | { about: 'measurement'; part: RegExp | undefined }

const POSTAGE =
  /\b(ship\w*|post|postage|posted|deliver\w*|send|courier|versand\w*|porto|liefer\w*|schick\w*|livraison|expedi\w*|envoi|envoyer|envio|enviar|entrega)\b/
const RETURNING =
  /\b(return\w*|retrun\w*|send (it |this |them )?back|refund|exchange|money back|zuruck\w*|ruckgabe|umtausch\w*|retour\w*|rendre|rembours\w*|devol\w*)\b/
const BARGAIN =
  /\b(better price|best price|lower price|discount|negotia\w*|haggle|cheaper|rabatt|verhandel\w*|remise|negoci\w*|descuento|regate\w*)\b/
const HOLDING =
  /\b(put|hold|keep|set) .{0,30}\b(aside|by|for me|until|till|back)\b|\bzurucklegen\b|\bmettre de cote\b/
const SERVICE =
  /\b(do|can|could|would) you (do |offer |also )?(repair|mend|fix|alter|shorten|clean|wash)\w*\b/

const STATUS =
  /\b(available|availability|still (there|here|have|got|for sale|buy|get)|sold|in stock|gone|taken|on hold|held|is it free|free to buy|can i (still )?(buy|get|have) (it|this|that|one)|noch (da|zu haben|verfugbar|erhaltlich|frei)|verfugbar|verkauft|reserviert|zu haben|disponible|vendue?s?|encore (la|disponible)|reservee?|vendid[oa]s?|reservad[oa]s?|sigue disponible)\b/
const PRICE =
  /\b(price|cost|costs|how much|kostet|kosten|preis|wie ?viel|wie teuer|prix|combien|coute|precio|cuanto cuesta|cuanto vale|cuesta)\b/
const CONDITION =
  /\b(damage[sd]?|faults?|faulty|flaws?|defects?|holes?|stains?|stained|mends?|mended|repaired|repairs|wear|worn|condition|tears?|torn|rips?|ripped|scratch\w*|scuff\w*|cracks?|cracked|chips?|chipped|marks?|wrong with|schaden|mangel|fehler|zustand|loch|locher|flecken?|kaputt|beschadigt\w*|abgenutzt|dommages?|abime\w*|defauts?|trous?|taches?|etat|danos?|defectos?|agujeros?|manchas?|estado)\b/
const CARE =
  /\b(wash\w*|clean|cleaning|dry clean\w*|machine|iron|ironing|care for|look after|wasch\w*|reinig\w*|bugeln|pflege\w*|laver|lavage|nettoy\w*|repass\w*|lavar\w*|lavado|limpiar|planchar)\b/

const ATTRIBUTES: [RegExp, AttributeKind[]][] = [
  [
    /\b(made (of|from|out of)|materials?|fabrics?|leather|wool|woollen|cotton|silk|linen|composition|stoff|leder|wolle|baumwolle|seide|woraus|matiere|tissu|cuir|laine|coton|soie|tejido|cuero|lana|algodon)\b/,
    ['fabric'],
  ],
  [/\b(colou?rs?|farbe|couleur)\b/, ['colour']],
  [
    /\b(how old|era|decade|what year|which year|age|when was (it|this) made|from when|wie alt|welchem jahr|jahrzehnt|quel age|epoque|annee|cuantos anos|de que ano|epoca)\b/,
    ['era'],
  ],
  [
    /\b(who made|maker|brand|label|designer|manufacturer|what make|wer hat|marke|hersteller|marque|fabricant|marca|fabricante)\b/,
    ['maker'],
  ],
  [/\b(size|sizes|sized|grosse|talla)\b|\b(quelle|la) taille\b/, ['size', 'fits']],
  [/\b(fits?|fitting|passt|sitzt|tombe|queda bien)\b/, ['size', 'fits', 'measurements']],
]

/** What is asked, and how the shop's own list names it. */
const PARTS: [RegExp, RegExp][] = [
  [
    /\b(inseam|inside leg|leg length|innenbein\w*|innennaht|schrittlange|entrejambe|entrepierna)\b/,
    /\b(inside leg|inseam)\b/i,
  ],
  [/\b(sleeves?|arm length|armel\w*|manches?|mangas?)\b/, /\bsleeve/i],
  [/\b(shoulders?|schulter\w*|epaules?|hombros?)\b/, /\bshoulder/i],
  [
    /\b(pit to pit|arm ?pits?|chest|bust|brust\w*|achsel\w*|poitrine|pecho|axila)\b/,
    /\b(pit to pit|chest|bust)\b/i,
  ],
  [/\b(waist|bund\w*|tour de taille|cintura)\b/, /\bwaist/i],
  [/\b(hips?|hufte\w*|hanches?|caderas?)\b/, /\bhip/i],
  [/\b(rise|leibhohe|hauteur de montant|tiro)\b/, /\brise\b/i],
  [/\b(hem|leg opening|saum\w*|ourlet|bajo)\b/, /\bhem\b/i],
  [/\b(heels?|absatz\w*|talon|tacon)\b/, /\bheel/i],
  [/\b(brim|krempe|bord|ala)\b/, /\bbrim/i],
  [/\b(strap|handle|riemen|bandouliere|correa)\b/, /\b(strap|handle|drop)/i],
  [/\b(how (tall|high)|height|hohe|wie hoch|hauteur|altura|que alto)\b/, /\bheight/i],
  [/\b(how wide|width|breite|wie breit|largeur|ancho|anchura)\b/, /\b(width|pit to pit)\b/i],
  [/\b(how deep|depth|tiefe|profondeur|profundidad)\b/, /\bdepth/i],
  [/\b(diameter|across|durchmesser|diametre|diametro)\b/, /\bdiameter/i],
  [/\b(flex|cable|kabel)\b/, /\bflex\b/i],
  [
    /\b(how long (is|are)|length|wie lang|lange|longueur|longitud|que largo)\b/,
    /\b(length|long)\b/i,
  ],
]
const ALL_PARTS =
  /\b(measure\w*|dimensions?|how (big|large|small)|masse|abmessungen|wie gross|mesures?|dimensiones|medidas?)\b/

/** What a question asks of a piece's row, most telling first; empty when it asks nothing that a row holds. */
export function itemAsks(text: string): ItemAsk[] {
  const folded = fold(text).replace(/[^\p{L}\p{N}']+/gu, ' ')
  const asks: ItemAsk[] = []
  if (
    /^[\p{L}\p{N} ]{3,20}$/u.test(folded.trim()) &&
    /^\s*[\p{L}]{0,6}[-\s]?\d[\p{L}\d-]*\s*$/u.test(text)
  ) {
    return [{ about: 'status' }, { about: 'price' }, { about: 'condition' }]
  }
  if (HOLDING.test(folded) || SERVICE.test(folded)) return []
  const isPolicy = POSTAGE.test(folded) || RETURNING.test(folded)
  const part = PARTS.find(([asked]) => asked.test(folded))
  if (STATUS.test(folded)) asks.push({ about: 'status' })
  if (PRICE.test(folded) && !isPolicy && !BARGAIN.test(folded)) asks.push({ about: 'price' })
  if (CONDITION.test(folded) && !RETURNING.test(folded)) asks.push({ about: 'condition' })
  if (CARE.test(folded)) asks.push({ about: 'attribute', kinds: ['care'] })
  else {
    for (const [asked, kinds] of ATTRIBUTES) {
      if (!asked.test(folded) || (kinds.includes('fits') && (part || isPolicy))) continue
      asks.push({ about: 'attribute', kinds })
    }
  }
  if (part && !isPolicy) asks.push({ about: 'measurement', part: part[1] })
  else if (ALL_PARTS.test(folded)) asks.push({ about: 'measurement', part: undefined })
  return asks
}
