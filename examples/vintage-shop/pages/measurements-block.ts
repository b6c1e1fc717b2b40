import type { Measurement, Piece } from '../stock/piece.ts'
import { type Html, html } from './html.ts'
import { type Diagram, diagramOf, type Mark } from './measurement-diagrams.ts'
import { inches } from './words.ts'

const LETTERS = 'ABCDEFGH'

interface Row extends Measurement {
  letter: string
  mark: Mark | undefined
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Letters are given in order to the measurements that the diagram can show. */
function letterRows(piece: Piece, diagram: Diagram | undefined): Row[] {
  let shown = 0
  return piece.measurements.map((measurement) => {
    const mark = diagram?.marks[measurement.label]
    return { ...measurement, mark, letter: mark ? (LETTERS[shown++] ?? '') : '' }
  })
}

function drawDiagram(diagram: Diagram, rows: Row[]): Html {
  const marked = rows.flatMap(({ mark, letter }) => (mark ? [{ mark, letter }] : []))
  return html`<svg viewBox="0 0 168 200" role="img" aria-label="Where the measurements are taken">
<g class="outline">${diagram.outline.map((path) => html`<path d="${path}"/>`)}</g>
<g class="marks">${marked.map(({ mark }) => html`<path d="${mark.path}"/>`)}</g>
<g class="letters">${marked.map(({ mark, letter }) => html`<text x="${mark.x}" y="${mark.y}">${letter}</text>`)}</g></svg>`
}

function howTaken(rows: Row[]): string {
  const halves = rows.filter(({ label }) => /pit to pit|half|laid flat/.test(label))
  const letters = halves.map(({ letter }) => letter).filter(Boolean)
  if (!letters.length) return 'Taken to the nearest half centimetre.'
  const list = [letters.slice(0, -1).join(', '), letters.at(-1)].filter(Boolean).join(' and ')
  return `Taken flat, buttoned, to the nearest half centimetre. Double ${list} for all the way round.`
}

export function measurementsBlock(piece: Piece): Html | undefined {
  if (!piece.measurements.length) return undefined
  const diagram = diagramOf(piece.category)
  const rows = letterRows(piece, diagram)
  const table = rows.map(
    ({ letter, label, value, unit }) =>
      html`<tr><td class="k">${letter}</td><th scope="row">${capital(label)}</th>
<td class="cm">${value} ${unit}</td><td>${unit === 'cm' && `${inches(value)} in`}</td></tr>`,
  )
  return html`<section class="blk">
<h2>Measurements</h2>
<div class="meas${!diagram && ' plain'}">${diagram && drawDiagram(diagram, rows)}
<table class="rows"><tbody>${table}</tbody></table></div>
<p class="small">${howTaken(rows)}</p></section>`
}
