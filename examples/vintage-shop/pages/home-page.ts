import type { Piece } from '../stock/piece.ts'
import { card } from './card.ts'
import { GRADE_EXAMPLES } from './grade-examples.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import { rail } from './rail.ts'
import { pieceOf, type Shop, type Visit } from './shop.ts'
import { twoJackets } from './two-jackets.ts'
import { visitBlock } from './visit-block.ts'
import { dayOf, gradeLetter } from './words.ts'

const NEW = ['MRL-0377', 'MRL-0409', 'MRL-0374', 'MRL-0407', 'MRL-0401', 'MRL-0397']
const BIG = new Set(['MRL-0377', 'MRL-0397'])

const ifThere = (shop: Shop, code: string): Piece[] => shop.stock.filter((one) => one.code === code)

function railLine(stock: Piece[]): string {
  const sold = stock.filter((piece) => piece.status === 'sold')
  const first = sold.map((piece) => piece.soldOn).sort()[0]
  const since = first ? ` · ${sold.length} sold since ${dayOf(first)}` : ''
  return `${stock.length - sold.length} pieces in the shop${since}`
}

const newThisWeek = (shop: Shop): Html => html`<section class="sec" id="new">
<header><h2>New this week</h2><p class="small">Pieces go up on Tuesdays and Fridays at 10:00. Nothing is restocked.</p></header>
<div class="ed">${NEW.flatMap((code) => ifThere(shop, code)).map((piece) => card(piece, { big: BIG.has(piece.code) }))}</div>
</section>`

const grades = (shop: Shop): Html => html`<section class="sec">
<header>
<h2>What the grades mean</h2>
<p class="small">Two of us grade each piece, by the window, before it is pressed. <a class="link" href="/condition-guide">The whole guide</a></p></header>
<div class="grades">${shop.grades.map(
  (grade) =>
    html`<a href="/condition-guide#${grade.id}">
<div class="sw">
<img src="/art/${GRADE_EXAMPLES[grade.letter]}-wear.svg" alt="" width="200" height="250" loading="lazy"></div><span class="let">${gradeLetter(grade.letter)}</span>
<div><h3>${grade.name}</h3>
<p class="small">${grade.meaning.split(/(?<=\.) /)[0]}</p></div></a>`,
)}</div>
</section>`

export function homePage(visit: Visit): Html {
  const { shop } = visit
  const first = pieceOf(shop, 'MRL-0412')
  const second = pieceOf(shop, 'MRL-0419')
  return layout(visit, {
    title: 'Marlow: one of each. Vintage clothes and things for the house',
    description:
      'Old clothes and things for the house, found, mended, measured and sold one at a time by three people in Bridport.',
    head: html`<meta property="og:type" content="website">
<meta property="og:title" content="Marlow: one of each">`,
    body: html`<section class="open">
<h1>Old clothes and things for the house, found, mended and measured, and sold <em>one of each</em>.</h1>
<div class="aside small">
<p>Three of us, a shop on Chandlery Row, a cutting table and a good lamp.</p>
<p><a class="link" href="#new">New this week</a></p></div>
</section>
<section aria-label="On the rail">${rail(shop)}
<div class="under small"><span>On the rail this month, drawn to one scale.</span><span class="num">${railLine(shop.stock)}</span></div></section>
${newThisWeek(shop)}
${first && second && twoJackets(first, second)}
${grades(shop)}
<section class="sec" id="visit">${visitBlock(visit, 'part of a page')}</section>`,
  })
}
