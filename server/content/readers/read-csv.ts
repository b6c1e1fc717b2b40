import { parse } from 'csv-parse/sync'
import type { Refusal } from '../parsed-source.ts'

export type CsvRow = { line: number; values: string[] }
export type CsvTable = { header: string[]; rows: CsvRow[]; refused: Refusal[] }

/** How often reading starts again behind a quote that never closes. */
const RESTARTS = 50

/**
 * A table of comma, semicolon or tab separated values, every value to the letter. Blank lines are passed
 * over; a row with too few or too many values is refused, and so is the line where a quote opens for good.
 */
export function readCsv(text: string): CsvTable {
  const delimiter = detectDelimiter(text)
  const refused: Refusal[] = []
  const records: CsvRow[] = []
  let offset = 0
  let line = 1
  for (let restart = 0; offset < text.length; restart++) {
    const part = readRecords(text.slice(offset), delimiter, line)
    records.push(...part.records)
    offset += part.length
    line = part.nextLine
    if (offset >= text.length) break
    refused.push({
      line,
      reason: 'quote_not_closed',
      message: 'A quote opens here and never closes. Write a quote inside a value twice.',
    })
    if (restart === RESTARTS) break
    const lineEnd = text.indexOf('\n', offset)
    offset = lineEnd === -1 ? text.length : lineEnd + 1
    line++
  }
  const [head, ...rows] = records
  const header = head?.values ?? []
  return {
    header,
    rows: rows.filter((row) => row.values.length === header.length),
    refused: [...refused, ...rows.flatMap((row) => raggedRefusal(row, header.length))],
  }
}

function raggedRefusal({ line, values }: CsvRow, expected: number): Refusal[] {
  if (values.length === expected) return []
  const message = `This row has ${values.length} values, the header has ${expected}. Quote a value that contains the separator.`
  return [{ line, reason: 'row_ragged', message }]
}

/** The records up to the end, or up to the one whose quote does not close: that one is skipped. */
function readRecords(text: string, delimiter: string, firstLine: number) {
  const parsed = asRawRecords(
    parse(text, {
      delimiter,
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_records_with_error: true,
    }),
  )
  const records: CsvRow[] = []
  let length = 0
  let nextLine = firstLine
  for (const { record, raw } of parsed) {
    const blank = record.length === 1 && record[0]?.trim() === ''
    if (!blank) records.push({ line: nextLine, values: record })
    let end = length + raw.length
    // `raw` ends before the second half of a CRLF.
    if (text[end - 1] === '\r' && text[end] === '\n') end++
    nextLine += text.slice(length, end).match(/\r\n|\n|\r/g)?.length ?? 0
    length = end
  }
  return { records, length, nextLine }
}

/** `parse` is typed without the shape that its option `raw` gives. */
function asRawRecords(parsed: unknown): { record: string[]; raw: string }[] {
  return parsed as { record: string[]; raw: string }[]
}

/** The separator that stands most often in the header, outside quotes. */
function detectDelimiter(text: string): string {
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ])
  let quoted = false
  for (const character of text) {
    if (character === '"') quoted = !quoted
    if (quoted) continue
    if (character === '\n' || character === '\r') break
    const count = counts.get(character)
    if (count !== undefined) counts.set(character, count + 1)
  }
  return Array.from(counts).reduce((most, next) => (next[1] > most[1] ? next : most))[0]
}
