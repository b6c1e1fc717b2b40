import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import type { Visit } from './shop.ts'

export function notFoundPage(visit: Visit): Html {
  return layout(visit, {
    title: 'Not here | Marlow',
    description: 'There is no page at this address.',
    body: html`<section class="lead">
<h1>There is nothing on this peg</h1>
<p class="small">The address is wrong, or the piece was sold more than a fortnight ago and has come down.</p></section>
<p class="peg"><a class="link" href="/everything">Everything in the shop</a> <button class="ask" type="button" data-counterbell-ask="I am looking for ">Ask us for it</button></p>`,
  })
}
