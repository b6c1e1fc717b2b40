import { Html, html } from './html.ts'
import { openingLine } from './opening-hours.ts'
import type { Visit } from './shop.ts'

export interface Page {
  title: string
  description: string
  /** Name of the navigation's entry that this page belongs to. */
  nav?: string
  head?: Html
  body: Html
}

const NAV: readonly (readonly [name: string, path: string])[] = [
  ['New in', '/#new'],
  ['Everything', '/everything'],
  ['Clothing', '/clothing'],
  ['Shoes and small things', '/small-things'],
  ['For the house', '/house'],
  ['Condition guide', '/condition-guide'],
  ['Visit', '/visit'],
]

const READING: readonly (readonly [name: string, path: string])[] = [
  ['Condition guide', '/condition-guide'],
  ['How we measure', '/questions#how-do-you-measure'],
  ['Mending and care', '/care'],
  ['Selling to us', '/questions#do-you-buy-clothes-or-take-trade-ins'],
  ['Questions', '/questions'],
]

const STYLES = ['base', 'frame', 'card', 'home', 'rail', 'listing', 'item', 'reading']

function masthead(visit: Visit, page: Page): Html {
  const { words, time } = openingLine(visit.now)
  const entries = NAV.map(
    ([name, path]) =>
      html`<li><a href="${path}"${page.nav === name && html` aria-current="page"`}>${name}</a></li>`,
  )
  return html`<header class="mast">
<a class="mark" href="/">Marlow</a>
<nav aria-label="Shop"><ul class="nav">${entries}</ul></nav>
<div class="util"><span class="o">${words}${time && html` <b class="num">${time}</b>`}</span></div>
</header>`
}

const FOOTER = html`<footer class="foot">
<a class="mark" href="/">Marlow</a>
<div><h2>The shop</h2><p>14 Chandlery Row, Bridport DT6<br>Tuesday to Saturday<br><a class="num" href="tel:+441632960412">01632 960 412</a></p></div>
<div>
<h2><a href="/shipping-and-returns">Post and returns</a></h2>
<p>UK tracked £4.50, two to three working days; free over £150. Fourteen days to send it back, and we pay the postage if our grade was wrong.</p></div>
<div><h2>Reading</h2><ul>${READING.map(([name, path]) => html`<li><a href="${path}">${name}</a></li>`)}</ul></div>
</footer>`

const QUEUE = new Html(
  'window.Counterbell=window.Counterbell||function(){(Counterbell.q=Counterbell.q||[]).push(arguments)}',
)

function snippet({ nonce, counterbellOrigin, shopId }: Visit): Html {
  return html`<script nonce="${nonce}">${QUEUE}</script><script nonce="${nonce}" async src="${counterbellOrigin}/widget.js" data-shop="${shopId}"></script>`
}

export function layout(visit: Visit, page: Page): Html {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<meta name="description" content="${page.description}">
<meta name="theme-color" content="#f7f1e5">
<meta name="color-scheme" content="light">
<link rel="canonical" href="${visit.origin}${visit.path}">
<meta property="og:site_name" content="Marlow">
${page.head}
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<link rel="preload" href="/fonts/fraunces-latin-full-normal.woff2" as="font" type="font/woff2" crossorigin>
${STYLES.map((name) => html`<link rel="stylesheet" href="/styles/${name}.css">\n`)}
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<div class="wrap">
${masthead(visit, page)}
<main id="main" tabindex="-1">
${page.body}
</main>
${FOOTER}
</div>
${snippet(visit)}
</body>
</html>
`
}
