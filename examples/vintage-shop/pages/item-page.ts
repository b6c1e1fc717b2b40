import { placeOf } from '../stock/departments.ts'
import type { Piece } from '../stock/piece.ts'
import { piecesNear, twinOf } from '../stock/pieces-near.ts'
import { card, drawing } from './card.ts'
import { CLOSE_VIEWS } from './close-views.ts'
import { type Html, html } from './html.ts'
import { itemHead } from './item-head.ts'
import { layout } from './layout.ts'
import { measurementsBlock } from './measurements-block.ts'
import type { Shop, Visit } from './shop.ts'
import { dayOf, gradeLetter, gradeWord, moneyOf } from './words.ts'

function pictures(piece: Piece, drawings: ReadonlySet<string>): Html {
  const views = Object.entries(CLOSE_VIEWS[piece.code] ?? {}).filter(([view]) =>
    drawings.has(`${piece.code}-${view}.svg`),
  )
  const close = views.map(
    ([view, caption]) =>
      html`<figure>
<div class="plate">
<img src="/art/${piece.code}-${view}.svg" alt="Close view: ${caption}" width="800" height="1000" decoding="async"></div>
<figcaption>${caption}</figcaption></figure>`,
  )
  return html`<div class="pics"><figure><div class="plate">${drawing(piece, true)}</div></figure>${close}</div>`
}

function standing(piece: Piece): Html {
  if (piece.status === 'held')
    return html`<span class="one held">Held until ${piece.heldUntil}</span>`
  if (piece.status === 'sold')
    return html`<span class="one gone">Sold${piece.soldOn && ` on ${dayOf(piece.soldOn)}`}</span>`
  return html`<span class="one">One of one, free to buy</span>`
}

/** What a shopper would ask at the counter; the widget opens with the words filled in. */
function askButtons(piece: Piece): Html {
  const ask = (words: string, question: string, quiet = false): Html =>
    html`<button class="btn${quiet && ' q'}" type="button" data-counterbell-ask="${question}">${words}</button>`
  if (piece.status === 'sold')
    return html`<div class="acts">${ask('Ask for something near it', `${piece.code} is sold. Do you have something like it?`)}</div>`
  const hold =
    piece.status === 'held'
      ? ask('Tell me if it is free again', `Will ${piece.code} be free again after the hold?`, true)
      : ask('Hold it until tomorrow', `Can you hold ${piece.code} for me until tomorrow?`, true)
  return html`<div class="acts">${ask('Ask about this piece', `I have a question about ${piece.code}: `)}${hold}</div>`
}

function fitLine(piece: Piece): Html | undefined {
  if (!piece.fits || piece.fits === 'One size') return undefined
  return html`<p class="small">Not sure of the fit? Measure a piece you like, lying flat, and compare; or <button class="ask" type="button" data-counterbell-ask="Will ${piece.code} fit me? I measure ">ask us here</button>.</p>`
}

function facts(piece: Piece): Html {
  const label = piece.sizeLabel === 'None' ? 'No label' : piece.sizeLabel
  const rows = [
    ['Era', `${piece.era}, ${piece.year}`],
    ['Maker', piece.maker],
    ['Size label', piece.fits ? `${label}. Fits ${piece.fits} today` : label],
    ['Fabric', piece.fabric],
    ['Colour', piece.colour],
  ]
  return html`<dl class="dl">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
}

function condition(piece: Piece, shop: Shop): Html {
  const grade = shop.grades.find((one) => one.letter === piece.grade)
  const notes = piece.notes.length
    ? html`<ul>${piece.notes.map((note) => html`<li>${note}</li>`)}</ul>`
    : html`<p class="note">Nothing is noted on this piece.</p>`
  return html`<section class="blk" id="condition">
<h2>Condition</h2>
<div class="cond"><span class="let">${gradeLetter(piece.grade)}</span>
<div><h3>${grade?.name}</h3>
<p class="small">${grade?.meaning}</p></div>${notes}<a class="link" href="/condition-guide#${grade?.id}">What ${gradeWord(piece.grade)} means here</a></div></section>`
}

function nearBy(piece: Piece, shop: Shop): Html {
  const near = piecesNear(piece, shop.stock)
  const twin = twinOf(piece, shop.stock)
  const line =
    twin && near[0]?.code === twin.code
      ? 'The first one is often taken for this one. Compare the codes and the measurements.'
      : 'Near it in kind, size or colour, and not sold.'
  return html`<section class="sec"><header>
<h2>Near it on the rail</h2>
<p class="small">${line}</p></header>
<div class="rel">${near.map((one) => card(one))}</div></section>`
}

export function itemPage(visit: Visit, piece: Piece): Html {
  const { shop } = visit
  const { department, group } = placeOf(piece.category)
  return layout(visit, {
    title: `${piece.title}, ${piece.era} | Marlow`,
    description: `${piece.year}, ${piece.maker}. Labelled ${piece.sizeLabel}. Grade ${gradeWord(piece.grade)}. ${moneyOf(piece)}. One of one.`,
    nav: department.name,
    head: itemHead(visit, piece),
    body: html`<p class="crumb"><a href="/everything">Everything</a> / <a href="${department.path}?category=${group?.id}">${group?.name}</a></p>
<article class="item">
${pictures(piece, shop.drawings)}
<div class="facts">
<p class="code"><span>${piece.code}</span><span>In the shop since ${dayOf(piece.arrivedOn)}</span></p>
<h1>${piece.title}</h1>
<div class="buy"><span class="cost">${moneyOf(piece)}</span>${standing(piece)}</div>
${askButtons(piece)}
${fitLine(piece)}
${facts(piece)}
${measurementsBlock(piece)}
${condition(piece, shop)}
<section class="blk"><h2>Care</h2><p>${piece.care}</p><p class="small"><a class="link" href="/care">Mending and care</a></p></section>
<section class="blk">
<h2>Post and returns</h2>
<p>UK tracked £4.50, posted the same day if you order before 14:00, with you in two to three working days. Free over £150. Send it back within 14 days as it came; if our notes were wrong we pay the postage.</p>
<p class="small"><a class="link" href="/shipping-and-returns">All of it, and abroad</a></p></section>
</div></article>
${nearBy(piece, shop)}`,
  })
}
