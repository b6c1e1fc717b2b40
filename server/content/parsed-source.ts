import type { Item } from '../../protocol/items.ts'

/** Why a line of a file, or the file, was not taken. */
export type RefusalReason =
  | 'file_empty'
  | 'file_too_large'
  | 'not_utf8'
  | 'kind_unknown'
  | 'text_unreadable'
  | 'header_missing'
  | 'header_repeated'
  | 'no_rows'
  | 'row_ragged'
  | 'quote_not_closed'
  | 'row_too_long'
  | 'code_missing'
  | 'code_repeated'
  | 'code_in_other_file'
  | 'title_missing'
  | 'status_unknown'
  | 'price_not_a_number'
  | 'currency_unknown'
  | 'url_not_valid'

/** `line` counts from 1, as an editor shows it. */
export type Refusal = { line: number; reason: RefusalReason; message: string }

/** A row as the reader hands it on: already what shoppers may see of it. */
export type ParsedItem = Item

export type ParsedItems = {
  kind: 'items'
  rows: { line: number; item: ParsedItem }[]
  refused: Refusal[]
  /** The header, as far as it was read; `card` is the place of its own that a column has in an item. */
  columns: { name: string; card?: Exclude<keyof ParsedItem, 'attributes'> }[]
  /** The file as a whole cannot be used: what the shop has of it stays. */
  unusable?: true
}

export type ParsedArticle = {
  title: string
  url?: string
  /** `headings` are those below the article's title. */
  passages: { headings: string[]; text: string }[]
}

export type ParsedText = {
  kind: 'text'
  articles: ParsedArticle[]
  refused: Refusal[]
  unusable?: true
}
export type ParsedSource = ParsedItems | ParsedText
