import type { ParsedItem, ParsedItems, Refusal } from '../parsed-source.ts'
import { dropInvisible } from './drop-invisible.ts'
import { type Problem, readCard } from './item-card-columns.ts'
import { type CardColumn, type PlacedColumn, placeColumns } from './place-columns.ts'
import { type CsvRow, readCsv } from './read-csv.ts'

const LONGEST_ROW = 50_000

/** How much of a header is repeated in a refusal of it. */
const SHOWN_HEADER = 300

type Column = PlacedColumn & { name: string }

/** Reads a file of items. A row that cannot be used is refused and named by its line; the others stand. */
export function readItemsCsv(text: string, siteUrl: string | undefined): ParsedItems {
  const table = readCsv(text)
  const columns = placeColumns(table).map((column, at) => ({
    ...column,
    name: label(table.header[at] ?? ''),
  }))
  const refused = [...refuseHeader(columns, table.header), ...table.refused]
  if (refused.some(({ reason }) => reason === 'header_missing')) {
    return {
      kind: 'items',
      rows: [],
      refused: refused.slice(0, 1),
      columns: [],
      unusable: true,
    }
  }
  const rows: ParsedItems['rows'] = []
  const lineOfCode = new Map<string, number>()
  for (const row of table.rows) {
    const problems: Problem[] = []
    const item = readRow(row, columns, siteUrl, problems)
    const earlier = lineOfCode.get(item.code)
    if (earlier !== undefined) {
      problems.push(['code_repeated', `The code of line ${earlier} stands here again.`])
    }
    if (problems.length === 0) {
      rows.push({ line: row.line, item })
      lineOfCode.set(item.code, row.line)
    }
    refused.push(...problems.map(([reason, message]) => ({ line: row.line, reason, message })))
  }
  refused.sort((a, b) => a.line - b.line)
  if (table.rows.length === 0 && table.refused.length === 0) {
    const message = 'There are no rows below the header: nothing was changed.'
    refused.push({ line: 1, reason: 'no_rows', message })
  }
  const named = columns.filter(({ name }) => name !== '')
  return {
    kind: 'items',
    rows,
    refused,
    columns: named.map(({ name, card }) => (card === undefined ? { name } : { name, card })),
    ...(rows.length === 0 && { unusable: true }),
  }
}

/** `size_label` is written "Size label"; a header that has capitals of its own stays. */
function label(name: string): string {
  const trimmed = dropInvisible(name).trim()
  if (!/^[\p{Ll}\p{N}\s_-]+$/u.test(trimmed)) return trimmed
  const spaced = trimmed.replace(/[_-]+/g, ' ').trim()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

function refuseHeader(columns: Column[], header: string[]): Refusal[] {
  const missing = ['code', 'title'].filter((name) => columns.every(({ card }) => card !== name))
  if (missing.length > 0) {
    const names = dropInvisible(header.join(', '))
    const shown = names.length > SHOWN_HEADER ? `${names.slice(0, SHOWN_HEADER)} …` : names
    const message = `The first line must name the columns; it lacks ${missing.join(' and ')}. It names: ${shown}. docs/content.md lists the names.`
    return [{ line: 1, reason: 'header_missing', message }]
  }
  const repeated = columns.filter(
    ({ key }, at) => key !== '' && columns.findIndex((other) => other.key === key) < at,
  )
  return repeated.map(({ name }) => ({
    line: 1,
    reason: 'header_repeated',
    message: `The column ${name} stands twice; the first one is taken.`,
  }))
}

function readRow(
  { values }: CsvRow,
  columns: Column[],
  siteUrl: string | undefined,
  problems: Problem[],
): ParsedItem {
  if (values.reduce((sum, value) => sum + value.length, 0) > LONGEST_ROW) {
    problems.push(['row_too_long', `A row holds at most ${LONGEST_ROW} characters.`])
  }
  const card = new Map<CardColumn, string>()
  const attributes: ParsedItem['attributes'] = []
  const seen = new Set<string>()
  columns.forEach(({ name, key, card: column }, at) => {
    if (seen.has(key)) return
    seen.add(key)
    const value = values[at] ?? ''
    const shown = dropInvisible(value).trim()
    // A code is kept to the letter: it is how the shop's own pages name the piece.
    if (column !== undefined) card.set(column, column === 'code' ? value : shown)
    else if (shown !== '' && name !== '') attributes.push({ name, value: shown })
  })
  return { ...readCard(card, siteUrl, problems), attributes }
}
