import type { Asked } from './asks/ask-words.ts'
import { plain } from './read-asks.ts'

/** A measurement of a piece that goes all the way round it, in both units: whole ones, as nothing is measured closer. */
export type Around = { cm: number; inches: number }

const CM_PER_INCH = 2.54
const GOES_ROUND: ReadonlySet<Asked> = new Set(['waist', 'chest', 'hip', 'hem'])
/** Half of the way round, by what a measurement is called. */
const LAID_FLAT =
  /\b(?:laid flat|lying flat|flat|half|pit[- ]to[- ]pit|p2p|ptp|armpit to armpit|flach|liegend|halb\w*|achsel zu achsel|achselweite|a plat|demi|aisselle a aisselle|en plano|medi[oa]|axila a axila)\b/
const AMOUNT = /(\d+(?:[.,]\d+)?)\s*(cm|mm|inches|inch|in\b|zoll|pouces|pulgadas|"|″|”)/

/** Twice a measurement that a row calls flat; undefined for one that is not, or has no unit. */
export function aroundOf(asked: Asked, measurement: string): Around | undefined {
  const text = plain(measurement)
  if (!GOES_ROUND.has(asked) || !LAID_FLAT.test(text)) return undefined
  const [, number, unit] = AMOUNT.exec(text) ?? []
  if (number === undefined || unit === undefined) return undefined
  const value = 2 * Number(number.replace(',', '.'))
  const cm = unit === 'cm' ? value : unit === 'mm' ? value / 10 : value * CM_PER_INCH
  return { cm: Math.round(cm), inches: Math.round(cm / CM_PER_INCH) }
}
