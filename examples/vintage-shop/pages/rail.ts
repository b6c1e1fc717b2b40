import { type Html, html } from './html.ts'
import { pieceOf, type Shop } from './shop.ts'

// x and w are in units of a scene 1360 wide; w holds the scale, the same number of units a
// centimetre for every piece, so that lengths compare truthfully. shop.css has the same codes.
const HANGING = [
  'MRL-0404',
  'MRL-0355',
  'MRL-0412',
  'MRL-0388',
  'MRL-0371',
  'MRL-0349',
  'MRL-0397',
  'MRL-0395',
  'MRL-0398',
  'MRL-0366',
]

/** The rail that opens the home page: cut-out drawings, each a link to its piece. */
export function rail(shop: Shop): Html {
  const hung = HANGING.flatMap((code) => pieceOf(shop, code) ?? [])
  return html`<div class="rail" tabindex="0" role="group" aria-label="Pieces on the rail"><div class="in"><div class="pole"></div>${hung.map(
    (piece) =>
      html`<a class="at-${piece.code.toLowerCase()}" href="${piece.url}">
<img src="/art/${piece.code}-cut.svg" alt="${piece.title}" width="800" height="1000"><i></i></a>`,
  )}</div></div>`
}
