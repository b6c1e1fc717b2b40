import type { ParsedItem } from '../parsed-source.ts'
import type { CsvTable } from './read-csv.ts'
import { statusOf } from './status-words.ts'

export type CardColumn = Exclude<keyof ParsedItem, 'attributes'>
/** `card` is the place of its own that the column has; without one it is an attribute. */
export type PlacedColumn = { key: string; card: CardColumn | undefined }

/**
 * What shops call the columns that have a place of their own: in English, German, French and Spanish, the
 * one that wins first. Columns that stay attributes have their names in `search/attribute-kind.ts`.
 */
const CARD_COLUMNS: Readonly<Record<CardColumn, string>> = {
  code: 'code, artikelnummer, artikelnr, artikel nr, art nr, artikelcode, artnr, référence, réf, code article, numéro article, código, referencia, ref',
  title:
    'title, titel, titre, título, bezeichnung, artikelbezeichnung, produktname, artikelname, artikel, désignation, nom, nom du produit, nombre, nombre del producto, denominación',
  status:
    'status, availability, stock status, verfügbarkeit, verfuegbarkeit, lagerstatus, verkaufsstatus, artikelstatus, statut, disponibilité, disponibilidad, disponible',
  price:
    'price, preis, verkaufspreis, vk preis, vk, preis brutto, prix, prix de vente, prix ttc, precio, precio de venta, pvp',
  currency: 'currency, währung, waehrung, devise, monnaie, moneda, divisa',
  image:
    'image, image url, bild, bild url, bildadresse, foto, photo, url de l’image, imagen, url de la imagen',
  url: 'url, link, weblink, webadresse, produktlink, lien, enlace, enlace del producto',
  conditionGrade:
    'condition grade, grade, zustandsnote, zustandsstufe, zustandsklasse, note d’état, grado, grado de conservación',
}

/** These may say how good a piece is, how it looks, or whether it is sold. */
const STATE = ['condition', 'zustand', 'état', 'estado'].map(columnKey)

const PLACES = Object.entries(CARD_COLUMNS).map(([card, names]) => ({
  card: cardColumn(card),
  keys: names.split(', ').map(columnKey),
}))

/** Holds because every key of the table is one. */
function cardColumn(key: string): CardColumn {
  return key as CardColumn
}

/** A header in lower case, without diacritics and separators. */
function columnKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[\s_.:’'/-]+/g, ' ')
    .trim()
}

/** Gives each column of a table its place. What two columns claim goes to the more usual name. */
export function placeColumns({ header, rows }: Pick<CsvTable, 'header' | 'rows'>): PlacedColumn[] {
  const keys = header.map(columnKey)
  const places = new Map<number, CardColumn>()
  for (const { card, keys: names } of PLACES) {
    const known = names.find((name) => keys.includes(name))
    if (known !== undefined) places.set(keys.indexOf(known), card)
  }
  const stateAt = keys.findIndex((key) => STATE.includes(key))
  const card = stateColumn(rows.map(({ values }) => (values[stateAt] ?? '').trim()))
  if (card && ![...places.values()].includes(card)) places.set(stateAt, card)
  return keys.map((key, at) => ({ key, card: places.get(at) }))
}

function stateColumn(values: string[]): CardColumn | undefined {
  const said = values.filter((value) => value !== '')
  // One is enough: a sold piece in a column that nobody reads would be promised to somebody.
  if (said.some((value) => statusOf(value) !== undefined)) return 'status'
  const areGrades = said.every((value) => /^[\p{Lu}\d]{1,3}[+−–-]?$/u.test(value))
  return areGrades && said.length > 0 ? 'conditionGrade' : undefined
}
