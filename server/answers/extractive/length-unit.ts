import { plain } from './read-asks.ts'

export type LengthUnit = 'cm' | 'in'

const CM_PER_INCH = 2.54
const ASKED: Readonly<Record<LengthUnit, RegExp>> = {
  in: /\b(?:(?:in|auf|en|how many|wie ?viele?|combien de|cuantas) )?(?:inch|inches|zoll|pouces?|pulgadas?)\b/,
  cm: /\b(?:(?:in|auf|en|how many|wie ?viele?|combien de|cuantos) )?(?:cm|centimet(?:er|re)s?|zentimeter|centimetres?|centimetros?)\b/,
}
const AMOUNT = /(\d+(?:[.,]\d+)?)\s*(cm|inches|inch|in(?![\p{L}-])|zoll|pouces|pulgadas|"|″|”)/giu

/** The unit that a question wants a measurement in, and not a number of it: "is it 76 cm" has one already. */
export function readUnit(text: string): LengthUnit | undefined {
  const folded = plain(text)
  if (/\d/.test(folded)) return undefined
  return ASKED.in.test(folded) ? 'in' : ASKED.cm.test(folded) ? 'cm' : undefined
}

/** The words of a question without those that name the unit. */
export function withoutUnit(text: string): string {
  const unit = readUnit(text)
  return unit === undefined ? text : plain(text).replace(ASKED[unit], ' ')
}

/** A measurement with each amount of another unit in the wanted one beside it: inches by halves, whole centimetres. */
export function converted(
  measurement: string,
  unit: LengthUnit,
  about: (amount: number) => string,
): string {
  return measurement.replace(AMOUNT, (amount: string, number: string, given: string) => {
    const isCm = given.toLowerCase() === 'cm'
    if (isCm === (unit === 'cm')) return amount
    const value = Number(number.replace(',', '.'))
    const other = isCm ? Math.round((value / CM_PER_INCH) * 2) / 2 : Math.round(value * CM_PER_INCH)
    return `${amount} (${about(other)})`
  })
}
