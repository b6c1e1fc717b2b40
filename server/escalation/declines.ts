import type { Language } from '../../protocol/language.ts'
import { readAsking } from './read-asking.ts'

/** Whether the writer turns down a person who was offered. Only to be asked while an offer stands: "no" is a word like any other. */
export function declines(text: string, language: Language): boolean {
  const readings = readAsking(text, language)
  if (readings.some(({ asks }) => asks)) return false
  return readings.some((reading) => reading.declines || reading.refuses)
}
