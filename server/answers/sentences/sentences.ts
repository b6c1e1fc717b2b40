import type { ItemStatus } from '../../../protocol/items.ts'
import type { Around } from '../extractive/around.ts'
import type { Asked } from '../extractive/asks/ask-words.ts'
import type { LengthUnit } from '../extractive/length-unit.ts'
import type { SizeSystem } from '../extractive/size-system.ts'

/** The assistant's own sentences. What the content says is quoted in the content's language beside them. */
export type Sentences = {
  notInNotes: string
  /** Of a message with two questions, one of which was answered. */
  restNotInNotes: string
  greeting: string
  /** To a no, and to an OK. */
  goOn: string
  welcome: string
  whoAnswers: string
  whichPiece: string
  available(price: string | undefined): string
  held(until: string | undefined): string
  sold: string
  /** As the piece stands: what is sold has been that price. */
  price(status: ItemStatus, price: string): string
  /** What the row gives for something: `value` is the row's own words. */
  given(asked: Asked, value: string): string
  size(label: string | undefined, fits: string | undefined): string
  /** `around` is what a flat measurement makes all the way round. */
  measured(measurements: string, around?: Around): string
  /** A length beside the one that the row gives. */
  aboutLength(amount: number, unit: LengthUnit): string
  graded(grade: string): string
  notesSay(notes: string): string
  nothingNoted(grade: string | undefined): string
  missing(asked: Asked): string
  missingSize(system: SizeSystem): string
  /** Before times of delivery, where a day is asked for. */
  noDayPromised: string
  /** Before the rows of pieces that are compared. */
  sideBySide: string
  /** Before a value in such a row. */
  short: { size: string; grade: string }
  /** `shown` is how many of them are shown below. */
  found(count: number, shown: number): string
  /** Before pieces that are like one that was asked about. */
  alike(count: number, shown: number): string
  nearest: string
  /** Behind a piece of a comparison that cannot be bought. */
  status: Record<Exclude<ItemStatus, 'available'>, string>
}

/** Ends a quoted value like a sentence. */
export function ended(text: string): string {
  return /[.!?…]["”’)]?$/.test(text) ? text : `${text}.`
}
