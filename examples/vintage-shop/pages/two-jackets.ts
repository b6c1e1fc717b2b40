import type { Piece } from '../stock/piece.ts'
import { card } from './card.ts'
import { type Html, html } from './html.ts'

const measured = (piece: Piece, label: string): string => {
  const found = piece.measurements.find((one) => one.label === label)
  return found ? `${found.value} ${found.unit}` : ''
}

/** Two pieces that share a name, side by side, with what tells them apart. */
export function twoJackets(first: Piece, second: Piece): Html {
  const rows = [
    ['Pit to pit', measured(first, 'pit to pit'), measured(second, 'pit to pit')],
    ['Length', measured(first, 'length'), measured(second, 'length')],
    ['Cord', '8-wale', '11-wale, finer'],
    ['Pockets', 'Patch, with flaps', 'Flaps, set in'],
    ['Buttons', 'Three, leather', 'Two, horn'],
    ['To know', 'One darn, right cuff', 'Fold line, left lapel'],
  ]
  return html`<section class="sec"><div class="two"><div class="txt"><h2>Two brown corduroy jackets. They are not the same jacket.</h2>
<p>There is one of everything here, so a size and a colour tell you very little. Each piece has its own code, its own measurements, and notes written while holding it.</p>
<table class="diff"><thead><tr><td></td><th scope="col">${first.code}</th><th scope="col">${second.code}</th></tr></thead><tbody>${rows.map(
    ([name, one, other]) =>
      html`<tr><th scope="row">${name}</th><td>${one}</td><td>${other}</td></tr>`,
  )}</tbody></table></div>
<div class="pair">${card(first)}${card(second)}</div></div></section>`
}
