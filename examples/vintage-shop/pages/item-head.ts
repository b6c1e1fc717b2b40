import type { Piece } from '../stock/piece.ts'
import { type Html, html } from './html.ts'
import { jsonLd } from './json-ld.ts'
import { productJsonLd } from './product-json-ld.ts'
import type { Visit } from './shop.ts'
import { gradeWord } from './words.ts'

const OG_AVAILABILITY = { available: 'in stock', held: 'pending', sold: 'out of stock' } as const

/** Open Graph and JSON-LD: what other machines, the widget among them, read from the page. */
export function itemHead({ origin }: Visit, piece: Piece): Html {
  const properties = [
    ['og:type', 'product'],
    ['og:title', `${piece.title}, ${piece.era}`],
    ['og:description', `Labelled ${piece.sizeLabel}. Grade ${gradeWord(piece.grade)}. One of one.`],
    ['og:url', `${origin}${piece.url}`],
    ['og:image', `${origin}${piece.image}`],
    ['og:image:alt', piece.title],
    ['product:price:amount', piece.price.toFixed(2)],
    ['product:price:currency', piece.currency],
    ['product:availability', OG_AVAILABILITY[piece.status]],
    ['product:condition', 'used'],
    ['product:retailer_item_id', piece.code],
  ]
  return html`${properties.map(([name, value]) => html`<meta property="${name}" content="${value}">\n`)}<meta name="twitter:card" content="summary">
${jsonLd(productJsonLd(piece, origin))}`
}
