import type { Language } from '../../protocol/language.ts'
import { readAsking } from './read-asking.ts'

/**
 * Whether the writer wants to be put through to a person of the shop. A question about who answers here
 * ("are you a bot?"), a refusal ("no, don't get anyone") and a shop question with such a word in it are not that.
 */
export function asksForPerson(text: string, language: Language): boolean {
  return readAsking(text, language).some(({ asks }) => asks)
}
