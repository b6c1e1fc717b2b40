import { drawing } from './card.ts'
import { type Html, html } from './html.ts'
import { HOURS, todayInBridport } from './opening-hours.ts'
import { pieceOf, type Visit } from './shop.ts'

/** Where the shop is and when it is open, with the chair that stands in it. */
export function visitBlock(visit: Visit, place: 'part of a page' | 'whole page'): Html {
  const whole = place === 'whole page'
  const heading = whole ? html`<h1>Come and try it on</h1>` : html`<h2>Come and try it on</h2>`
  const hours = whole ? html`<h2 class="h3">Hours</h2>` : html`<h3 class="h3">Hours</h3>`
  const chair = pieceOf(visit.shop, 'MRL-0398')
  const { day: today } = todayInBridport(visit.now)
  const rows = HOURS.map(({ day, hours }) => {
    const mark = day === today ? 'now' : hours ? '' : 'off'
    return html`<tr class="${mark}"><th scope="row">${day}</th><td>${hours || 'Closed'}</td></tr>`
  })
  return html`<div class="visit"><div class="plate">${chair && drawing(chair)}</div>
<div class="where">${heading}
<p>14 Chandlery Row<br>Bridport DT6</p>
<p>Between the rope works and the bakery. There are two fitting rooms, a long mirror and a chair, which is also for sale.</p>
<p class="small">Anything on this site can be put aside for you until closing time the next day.</p>
<p><a class="link" href="/visit#getting-here">How to find us</a></p></div>
<div class="hours">${hours}<table class="rows"><tbody>${rows}</tbody></table></div></div>`
}
