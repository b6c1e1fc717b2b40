import type { Language } from '../../../protocol/language.ts'
import type { Database } from '../../db/database.ts'
import type { LengthUnit } from './length-unit.ts'

/** What a row is read for. `unit` is the one that lengths are wanted in, beside the row's own. */
export type Reading = {
  db: Database
  guide: string
  language: Language
  unit?: LengthUnit | undefined
}
