import type { Language } from '../../protocol/language.ts'
import { asksForPerson } from './asks-for-person.ts'
import { asksWhetherPerson } from './asks-whether-person.ts'
import { declines } from './declines.ts'

export type EscalationSignal = 'asks_for_person' | 'declines' | 'asks_whether_person'

export type EscalationSignals = {
  asksForPerson: boolean
  /** Only of weight while a person is offered. */
  declines: boolean
  signals: EscalationSignal[]
}

/** What escalation reads in one message, for whoever wants to see why: the `triggers` command. */
export function escalationSignals(text: string, language: Language): EscalationSignals {
  const asks = asksForPerson(text, language)
  const turnsDown = declines(text, language)
  const asksWhether = asksWhetherPerson(text, language)
  return {
    asksForPerson: asks,
    declines: turnsDown,
    signals: [
      ...(asks ? (['asks_for_person'] as const) : []),
      ...(turnsDown ? (['declines'] as const) : []),
      ...(asksWhether ? (['asks_whether_person'] as const) : []),
    ],
  }
}
