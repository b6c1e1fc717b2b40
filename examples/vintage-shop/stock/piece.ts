export type Status = 'available' | 'held' | 'sold'

export interface Measurement {
  label: string
  value: number
  unit: string
}

/** One piece of stock: a row of inventory.csv. */
export interface Piece {
  code: string
  title: string
  era: string
  year: string
  maker: string
  category: string
  sizeLabel: string
  fits: string
  measurements: Measurement[]
  fabric: string
  colour: string
  colourFamily: string
  grade: string
  notes: string[]
  price: number
  currency: string
  status: Status
  image: string
  url: string
  care: string
  heldUntil: string
  soldOn: string
  arrivedOn: string
}
