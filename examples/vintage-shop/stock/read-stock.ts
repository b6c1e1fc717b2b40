import { parse } from 'csv-parse/sync'
import { parseMeasurements } from './parse-measurements.ts'
import type { Piece, Status } from './piece.ts'

type Row = Record<string, string>

const isStatus = (word: string): word is Status => ['available', 'held', 'sold'].includes(word)

/** Notes stand one a line, or one a sentence. */
const readNotes = (text: string): string[] =>
  (text.includes('\n') ? text.split('\n') : text.split(/(?<=[.!?])\s+(?=[A-Z“"])/))
    .map((note) => note.trim())
    .filter(Boolean)

function readPiece(row: Row): Piece {
  const cell = (column: string): string => row[column]?.trim() ?? ''
  const status = cell('status')
  if (!isStatus(status)) throw new Error(`${cell('code')}: status "${status}" is not one we know`)
  return {
    code: cell('code'),
    title: cell('title'),
    era: cell('era'),
    year: cell('year'),
    maker: cell('maker'),
    category: cell('category'),
    sizeLabel: cell('size_label'),
    fits: cell('fits'),
    measurements: parseMeasurements(cell('measurements')),
    fabric: cell('fabric'),
    colour: cell('colour'),
    colourFamily: cell('colour_family'),
    grade: cell('condition_grade'),
    notes: readNotes(cell('condition_notes')),
    price: Number(cell('price')),
    currency: cell('currency'),
    status,
    image: cell('image'),
    url: cell('url'),
    care: cell('care'),
    heldUntil: cell('held_until'),
    soldOn: cell('sold_on'),
    arrivedOn: cell('arrived_on'),
  }
}

export function readStock(csv: string): Piece[] {
  const rows: Row[] = parse(csv, { columns: true, bom: true, skip_empty_lines: true })
  return rows.map(readPiece)
}
