import { articleSections } from './article-page.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import type { Visit } from './shop.ts'
import { visitBlock } from './visit-block.ts'

export function visitPage(visit: Visit): Html {
  return layout(visit, {
    title: 'Visit: Chandlery Row, Bridport | Marlow',
    description: 'Where the shop is, when it is open, how to get here and who we are.',
    nav: 'Visit',
    body: html`<section class="sec visiting">${visitBlock(visit, 'whole page')}</section>
<div class="paras">${articleSections(visit.shop.articles.about)}</div>`,
  })
}
