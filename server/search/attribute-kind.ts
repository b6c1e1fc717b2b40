import { fold } from './fold.ts'

/** What a column of an items file is about, as far as search and answers know. */
export type AttributeKind =
  | 'category'
  | 'maker'
  | 'era'
  | 'size'
  | 'fits'
  | 'measurements'
  | 'fabric'
  | 'colour'
  | 'conditionNotes'
  | 'care'
  | 'heldUntil'
  | 'date'

const HEADERS: Record<AttributeKind, string> = {
  category:
    'category, type, kind, product type, kategorie, warengruppe, art, categorie, categoria, tipo',
  maker:
    'maker, brand, label, manufacturer, designer, made by, vendor, marke, hersteller, marque, fabricant, createur, marca, fabricante',
  era: 'era, decade, period, year, year made, made in, date made, age, made, epoche, jahrzehnt, periode, periodo, jahr, baujahr, epoque, annee, decennie, epoca, ano, decada',
  size: 'size label, size, label size, tagged size, marked size, grosse, groesse, etikettgrosse, taille, talla',
  fits: 'fits, fits like, modern size, best fits, passt, entspricht, correspond a, equivale a',
  measurements:
    'measurements, measures, dimensions, masse, masse in cm, abmessungen, mesures, medidas, dimensiones',
  fabric:
    'fabric, material, materials, composition, cloth, stoff, zusammensetzung, tissu, matiere, materiau, tejido',
  colour: 'colour, color, colours, colors, colour family, color family, farbe, couleur',
  conditionNotes:
    'condition notes, condition, flaws, faults, wear, damage, defects, condition description, zustand, zustandsbeschreibung, mangel, maengel, etat, description de l etat, defauts, estado, descripcion del estado, defectos',
  care: 'care, care instructions, washing, wash, pflege, pflegehinweise, entretien, lavage, cuidado, cuidados, lavado',
  heldUntil:
    'held until, reserved until, hold until, reserviert bis, reserve jusqu au, reservado hasta',
  date: 'sold on, arrived on, arrived, listed on, added on, created at, updated at, verkauft am, eingetroffen am',
}

const kinds = new Map<string, AttributeKind>()
for (const kind of Object.keys(HEADERS)) {
  if (!isKind(kind)) continue
  for (const header of HEADERS[kind].split(', ')) kinds.set(header, kind)
}

function isKind(name: string): name is AttributeKind {
  return name in HEADERS
}

/** A header without case, diacritics and separators: how two spellings of one column meet. */
export function headerKey(name: string): string {
  return fold(name)
    .replace(/[\s_'./-]+/g, ' ')
    .trim()
}

export function attributeKind(name: string): AttributeKind | undefined {
  return kinds.get(headerKey(name))
}
