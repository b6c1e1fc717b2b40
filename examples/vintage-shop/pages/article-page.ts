import type { Article } from '../articles/read-article.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import type { Visit } from './shop.ts'

/** The sections of an article: heading on the left, words on the right. */
export function articleSections(article: Article): Html[] {
  return article.sections.map(
    ({ id, heading, body }) =>
      html`<section class="para" id="${id}"><h2>${heading}</h2><div>${body}</div></section>`,
  )
}

export function articlePage(visit: Visit, article: Article): Html {
  return layout(visit, {
    title: `${article.title} | Marlow`,
    description: article.intro || `${article.title} at Marlow, Bridport.`,
    body: html`<section class="lead">
<h1>${article.title}</h1>
<p class="small">${article.intro || html`Not here? <button class="ask" type="button" data-counterbell-ask="${`A question about ${article.title.toLowerCase()}: `}">Ask us</button>.`}</p></section>
${articleSections(article)}`,
  })
}
