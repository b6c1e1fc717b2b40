import { placeOf } from './departments.ts'
import type { Piece } from './piece.ts'

const nameOf = (piece: Piece): string => piece.title.split(',')[0] ?? piece.title

/** The piece most easily taken for this one: the same name, another colour or size. */
export function twinOf(piece: Piece, stock: Piece[]): Piece | undefined {
  return stock.find(
    (one) =>
      one.code !== piece.code &&
      nameOf(one) === nameOf(piece) &&
      one.status !== 'sold' &&
      one.fits !== 'Child',
  )
}

function likeness(piece: Piece, other: Piece): number {
  return (
    (nameOf(other) === nameOf(piece) ? 6 : 0) +
    (other.category === piece.category ? 3 : 0) +
    (placeOf(other.category).group === placeOf(piece.category).group ? 2 : 0) +
    (other.fits === piece.fits ? 2 : 0) +
    (other.colourFamily === piece.colourFamily ? 1 : 0) +
    (other.era === piece.era ? 1 : 0)
  )
}

/** Four unsold pieces that somebody who likes this one would look at next. */
export function piecesNear(piece: Piece, stock: Piece[]): Piece[] {
  return stock
    .filter((one) => one.code !== piece.code && one.status !== 'sold')
    .map((one) => ({ one, likeness: likeness(piece, one) }))
    .sort((a, b) => b.likeness - a.likeness || a.one.code.localeCompare(b.one.code))
    .slice(0, 4)
    .map(({ one }) => one)
}
