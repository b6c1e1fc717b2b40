/** A passage is a row of an items file, or a piece of text. */
export type PassageKind = 'item' | 'passage'

/** A term that each passage of a kind has in the index's column `category`, so that one kind can be searched. */
export const KIND_TERM: Readonly<Record<PassageKind, string>> = {
  item: '~~item',
  passage: '~~passage',
}
