import type { Article } from '../articles/read-article.ts'
import type { Grade } from '../articles/read-grades.ts'
import type { Piece } from '../stock/piece.ts'

export type ArticleName = 'condition-guide' | 'care' | 'shipping-and-returns' | 'faq' | 'about'

/** What the shop knows: read once, when it opens. */
export interface Shop {
  stock: Piece[]
  articles: Record<ArticleName, Article>
  grades: Grade[]
  /** Names of the drawings in public/art. */
  drawings: ReadonlySet<string>
}

/** What a page knows about the request it answers. */
export interface Visit {
  shop: Shop
  origin: string
  path: string
  query: URLSearchParams
  nonce: string
  counterbellOrigin: string
  shopId: string
  now: Date
}

export const pieceOf = (shop: Shop, code: string): Piece | undefined =>
  shop.stock.find((piece) => piece.code === code)
