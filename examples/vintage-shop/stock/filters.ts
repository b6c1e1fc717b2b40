import { DEPARTMENTS, type Department } from './departments.ts'
import type { Piece } from './piece.ts'

export const SORTS = {
  newest: 'Newest first',
  cheap: 'Price, low to high',
  dear: 'Price, high to low',
  oldest: 'Oldest era first',
} as const

type Sort = keyof typeof SORTS

/** What a shopper ticked; an empty list stands for no wish. */
export interface Filters {
  category: string[]
  era: string[]
  fits: string[]
  colour: string[]
  grade: string[]
  show: string[]
  min: number | undefined
  max: number | undefined
  sort: Sort
}

const isSort = (word: string | null): word is Sort => word !== null && Object.hasOwn(SORTS, word)

function readPrice(text: string | null): number | undefined {
  const price = Number.parseFloat((text ?? '').replace(/[^\d.]/g, ''))
  return Number.isFinite(price) ? price : undefined
}

export function readFilters(query: URLSearchParams): Filters {
  const sort = query.get('sort')
  return {
    category: query.getAll('category'),
    era: query.getAll('era'),
    fits: query.getAll('fits'),
    colour: query.getAll('colour'),
    grade: query.getAll('grade'),
    show: query.getAll('show'),
    min: readPrice(query.get('min')),
    max: readPrice(query.get('max')),
    sort: isSort(sort) ? sort : 'newest',
  }
}

const wants = (ticked: string[], value: string): boolean =>
  ticked.length === 0 || ticked.includes(value)

function matches(piece: Piece, filters: Filters, department: Department): boolean {
  const groups = department.groups.filter((one) => wants(filters.category, one.id))
  return (
    groups.some((one) => one.categories.includes(piece.category)) &&
    wants(filters.era, piece.era) &&
    wants(filters.fits, piece.fits) &&
    wants(filters.colour, piece.colourFamily) &&
    wants(filters.grade, piece.grade) &&
    wants(filters.show, piece.status) &&
    piece.price >= (filters.min ?? 0) &&
    piece.price <= (filters.max ?? Number.POSITIVE_INFINITY)
  )
}

const ORDER: Record<Sort, (a: Piece, b: Piece) => number> = {
  newest: (a, b) => b.arrivedOn.localeCompare(a.arrivedOn) || b.code.localeCompare(a.code),
  cheap: (a, b) => a.price - b.price,
  dear: (a, b) => b.price - a.price,
  oldest: (a, b) => a.era.localeCompare(b.era) || a.code.localeCompare(b.code),
}

export function filterStock(stock: Piece[], filters: Filters, department: Department): Piece[] {
  return stock.filter((piece) => matches(piece, filters, department)).sort(ORDER[filters.sort])
}

/** The pieces of a department, before any filter. */
export function stockOf(department: Department, stock: Piece[]): Piece[] {
  const none = readFilters(new URLSearchParams())
  return filterStock(stock, none, department)
}

export const departmentAt = (path: string): Department | undefined =>
  DEPARTMENTS.find((one) => one.path === path)
