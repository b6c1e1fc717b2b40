import type { Piece } from '../stock/piece.ts'
import { type Html, html } from './html.ts'
import { dayOf, gradeWord, moneyOf, sizeOf } from './words.ts'

interface CardLook {
  big?: boolean
  /** The first cards of a page are loaded at once. */
  eager?: boolean
}

export function drawing(piece: Piece, eager = false): Html {
  return html`<img src="${piece.image}" alt="${piece.title}, drawn" width="800" height="1000"${!eager && html` loading="lazy"`} decoding="async">`
}

/** A piece in a list: its drawing, its name and what one would read on its tag. */
export function card(piece: Piece, look: CardLook = {}): Html {
  const classes = ['card', piece.status === 'sold' && 'sold', look.big && 'big']
  const tag = html`<div class="tag"><span>Sold${piece.soldOn && html` <small>${dayOf(piece.soldOn)}</small>`}</span></div>`
  return html`<a class="${classes.filter(Boolean).join(' ')}" href="${piece.url}">
<div class="plate">${drawing(piece, look.eager)}${piece.status === 'sold' && tag}</div>
<div class="cap">
<span class="t">${piece.title}</span>
<span class="p">${moneyOf(piece)}</span>
<span class="m">${piece.era} · ${sizeOf(piece)} · <span class="nw">Grade <b>${gradeWord(piece.grade)}</b></span></span>${piece.status === 'held' && html`<span class="st">Held until ${piece.heldUntil}</span>`}</div></a>`
}
