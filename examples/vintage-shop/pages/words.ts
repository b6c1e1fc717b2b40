import type { Piece } from '../stock/piece.ts'
import { type Html, html } from './html.ts'

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

/** `12 June` */
export const dayOf = (date: string): string => DAY.format(new Date(`${date}T12:00Z`))

export function moneyOf({ price, currency }: Piece): string {
  return new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency,
    minimumFractionDigits: Number.isInteger(price) ? 0 : 2,
  }).format(price)
}

export const sizeOf = (piece: Piece): string =>
  piece.sizeLabel === 'None' ? `fits ${piece.fits}` : piece.sizeLabel

/** `A−` with a real minus, for reading. */
export const gradeWord = (letter: string): string => letter.replace('-', '−')

/** The letter with its sign set small, for display. */
export function gradeLetter(letter: string): Html {
  const sign = letter.slice(1)
  return html`${letter.slice(0, 1)}${sign && html`<i class="sg">${gradeWord(sign)}</i>`}`
}

export function inches(cm: number): string {
  return String(Math.round((cm / 2.54) * 10) / 10)
}
