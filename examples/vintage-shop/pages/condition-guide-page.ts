import type { Section } from '../articles/read-article.ts'
import type { Grade } from '../articles/read-grades.ts'
import { CLOSE_VIEWS } from './close-views.ts'
import { GRADE_EXAMPLES } from './grade-examples.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import type { Visit } from './shop.ts'
import { gradeLetter } from './words.ts'

function gradeSection(grade: Grade): Html {
  const code = GRADE_EXAMPLES[grade.letter]
  const caption = code && CLOSE_VIEWS[code]?.wear
  const example = html`<figure>
<div class="plate">
<img src="/art/${code}-wear.svg" alt="${caption}" width="400" height="300" loading="lazy"></div>
<figcaption>${caption} <a class="link nw" href="/items/${code}">${code}</a>.</figcaption></figure>`
  return html`<section class="guide" id="${grade.id}"><span class="let" aria-hidden="true">${gradeLetter(grade.letter)}</span>
<div class="def">
<h2><span class="sr">Grade ${grade.letter}: </span>${grade.name}</h2>
<p>${grade.meaning}</p></div>
<dl>
<div><dt>It may have</dt><dd>${grade.mayHave}</dd></div>
<div><dt>It never has</dt><dd>${grade.neverHas}</dd></div></dl>${caption && example}</section>`
}

const isGrade = ({ heading }: Section): boolean => /^[A-C][+-]? \(/.test(heading)

export function conditionGuidePage(visit: Visit): Html {
  const { shop } = visit
  const guide = shop.articles['condition-guide']
  const wordsAt = guide.sections.findIndex(({ depth }) => depth === 1)
  const general = guide.sections.slice(0, wordsAt).filter((section) => !isGrade(section))
  const terms = guide.sections.slice(wordsAt + 1)
  return layout(visit, {
    title: 'Condition guide: what our grades mean | Marlow',
    description:
      'Grades A, A−, B+, B and C: what each allows, what it never includes, and a drawn example of each.',
    nav: 'Condition guide',
    body: html`<section class="lead"><h1>${guide.title}</h1><p class="small">${guide.intro}</p></section>
${shop.grades.map(gradeSection)}
<section class="sec words"><header>
<h2>${guide.sections[wordsAt]?.heading}</h2>
<p class="small">${general.flatMap(({ paragraphs }) => paragraphs).join(' ')}</p></header>
<dl class="terms">${terms.map(({ id, heading, paragraphs }) => html`<div id="${id}"><dt>${heading}</dt><dd>${paragraphs.join(' ')}</dd></div>`)}</dl></section>`,
  })
}
