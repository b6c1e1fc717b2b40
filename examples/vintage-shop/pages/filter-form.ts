import type { Department } from '../stock/departments.ts'
import type { Filters } from '../stock/filters.ts'
import type { Piece } from '../stock/piece.ts'
import { type Html, html } from './html.ts'
import { gradeWord } from './words.ts'

interface Choice {
  value: string
  name: string
  count: number
}

const COLOURS = [
  'Brown',
  'Blue',
  'Navy',
  'Grey',
  'Green',
  'Cream',
  'Pink',
  'Red',
  'Tan',
  'Orange',
  'Multi',
]
const GUIDE = html`<p class="after"><a class="link small" href="/condition-guide">What the grades mean</a></p>`
const FITS = ['Child', 'S', 'M', 'L']

const distinct = (values: string[]): string[] => [...new Set(values)].filter(Boolean)

function choices(pieces: Piece[], of: (piece: Piece) => string, order: string[]): Choice[] {
  return order.flatMap((value) => {
    const count = pieces.filter((piece) => of(piece) === value).length
    return count ? [{ value, name: value, count }] : []
  })
}

function boxes(field: string, offered: Choice[], ticked: string[], swatches = false): Html[] {
  return offered.map(({ value, name, count }) => {
    const swatch = swatches && `sw sw-${value.toLowerCase()}`
    return html`<label><input type="checkbox" name="${field}" value="${value}"${swatch && html` class="${swatch}"`}${ticked.includes(value) && html` checked`}><span>${name}</span><i>${count}</i></label>`
  })
}

function fieldset(legend: string, inside: Html[], columns = true, after?: Html): Html | undefined {
  if (!inside.length) return undefined
  return html`<fieldset><legend>${legend}</legend><div${columns && html` class="cols"`}>${inside}</div>${after}</fieldset>`
}

function fitsOrder(pieces: Piece[]): string[] {
  const rest = distinct(pieces.map((piece) => piece.fits)).filter((fits) => !FITS.includes(fits))
  const byNumber = new Intl.Collator('en', { numeric: true })
  return [...FITS, ...rest.sort(byNumber.compare)]
}

function priceFields(pieces: Piece[], { min, max }: Filters): Html {
  const prices = pieces.map((piece) => piece.price)
  const from = min ?? Math.min(...prices)
  const to = max ?? Math.max(...prices)
  return html`<fieldset><legend>Price</legend>
<div class="price"><input name="min" aria-label="From, pounds" inputmode="numeric" value="£${from}"><span>to</span><input name="max" aria-label="To, pounds" inputmode="numeric" value="£${to}"></div></fieldset>`
}

function showFields(pieces: Piece[], show: string[]): Html {
  const ticked = show.length ? show : ['sold', 'held']
  const count = (status: string): number => pieces.filter((piece) => piece.status === status).length
  const offered = [
    { value: 'sold', name: 'Sold pieces', count: count('sold') },
    { value: 'held', name: 'Held pieces', count: count('held') },
  ]
  return html`<fieldset class="last"><legend>Show</legend>
<div><input type="hidden" name="show" value="available">${boxes('show', offered, ticked)}</div></fieldset>`
}

/** Real form controls, sent with GET: the filters need no script. */
export function filterForm(department: Department, pieces: Piece[], filters: Filters): Html {
  const groups = department.groups.map(({ id, name, categories }) => ({
    value: id,
    name,
    count: pieces.filter((piece) => categories.includes(piece.category)).length,
  }))
  const eras = distinct(pieces.map((piece) => piece.era)).sort()
  const grades = choices(pieces, (piece) => piece.grade, ['A', 'A-', 'B+', 'B', 'C'])
  const named = grades.map((choice) => ({ ...choice, name: gradeWord(choice.value) }))
  return html`<form class="filters" id="filters" method="get" action="${department.path}" aria-label="Filter the pieces">
${fieldset('Category', boxes('category', groups, filters.category), false)}
${fieldset(
  'Era',
  boxes(
    'era',
    choices(pieces, (piece) => piece.era, eras),
    filters.era,
  ),
)}
${fieldset(
  'Fits',
  boxes(
    'fits',
    choices(pieces, (piece) => piece.fits, fitsOrder(pieces)),
    filters.fits,
  ),
)}
${fieldset(
  'Colour',
  boxes(
    'colour',
    choices(pieces, (piece) => piece.colourFamily, COLOURS),
    filters.colour,
    true,
  ),
)}
${priceFields(pieces, filters)}
${fieldset('Condition', boxes('grade', named, filters.grade), true, GUIDE)}
${showFields(pieces, filters.show)}
<div class="apply"><button class="btn">Show them</button><a class="link small" href="${department.path}">Clear</a></div>
</form>`
}
