import type { Department } from '../stock/departments.ts'
import { filterStock, readFilters, SORTS, stockOf } from '../stock/filters.ts'
import { card } from './card.ts'
import { filterForm } from './filter-form.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import type { Visit } from './shop.ts'

function bar(found: number, free: number, sort: string): Html {
  const options = Object.entries(SORTS).map(
    ([id, name]) => html`<option value="${id}"${id === sort && html` selected`}>${name}</option>`,
  )
  return html`<div class="bar"><span class="num" role="status">${found} ${found === 1 ? 'piece' : 'pieces'}, ${free} free to buy</span>
<div class="sort">
<label for="sort"><span class="sb">Sort by</span></label>
<select id="sort" name="sort" form="filters" aria-label="Sort">${options}</select>
<button class="go" form="filters">Sort</button></div></div>`
}

/** A department's pieces, narrowed by what the query asks for. */
export function listingPage(visit: Visit, department: Department): Html {
  const all = stockOf(department, visit.shop.stock)
  const filters = readFilters(visit.query)
  const found = filterStock(visit.shop.stock, filters, department)
  const free = found.filter((piece) => piece.status === 'available').length
  const nothing = html`<p class="none">Nothing in the shop is all of that at once. <a class="link" href="${department.path}">Show all ${all.length} pieces</a></p>`
  return layout(visit, {
    title: `${department.heading} | Marlow`,
    description: `${department.heading}: ${all.length} pieces, each with measurements, a condition grade and notes.`,
    nav: department.name,
    body: html`<section class="lead">
<h1>${department.heading}</h1>
<p class="small">${all.length} pieces, one of each. Sold ones stay up for a fortnight, for their measurements and for company.</p></section>
<div class="shop">
<div><div class="frow"><input class="ft" type="checkbox" id="ft"><label class="ftl" for="ft">Filter</label>
${filterForm(department, all, filters)}</div></div>
<div>${bar(found.length, free, filters.sort)}${
      found.length
        ? html`<h2 class="sr">Pieces</h2><div class="grid">${found.map((piece, i) => card(piece, { eager: i < 6 }))}</div>`
        : nothing
    }</div>
</div>`,
  })
}
