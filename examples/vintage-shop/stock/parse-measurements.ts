import type { Measurement } from './piece.ts'

const MEASUREMENT = /^(?<label>.+) (?<value>\d+(?:\.\d+)?) (?<unit>\S+)$/

/** `pit to pit 54 cm; sleeve 61 cm` in its parts; what is not a measurement is left out. */
export function parseMeasurements(text: string): Measurement[] {
  return text.split(';').flatMap((part) => {
    const found = MEASUREMENT.exec(part.trim())?.groups
    if (!found?.label || !found.value || !found.unit) return []
    return [{ label: found.label, value: Number(found.value), unit: found.unit }]
  })
}
