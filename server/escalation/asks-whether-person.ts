import type { Language } from '../../protocol/language.ts'
import { readAsking } from './read-asking.ts'

/** Whether the writer asks who or what is answering here. */
export function asksWhetherPerson(text: string, language: Language): boolean {
  return readAsking(text, language).some(({ asksWhether }) => asksWhether)
}
