import type { Item } from '../../protocol/items.ts'
import { type AttributeKind, attributeKind } from './attribute-kind.ts'
import { titleHead } from './title-head.ts'

/** The text of a passage as the index's columns take it. */
export type IndexFields = {
  title: string
  head: string
  category: string
  attributes: string
  body: string
}

/** Columns that say nothing that a shopper searches by. */
const LEFT_OUT: ReadonlySet<AttributeKind> = new Set(['date', 'heldUntil'])
const PROSE: ReadonlySet<AttributeKind> = new Set(['conditionNotes', 'care'])

/** Of a piece of text: its article and headings are its title, the last heading its head. */
export function textFields(articleTitle: string, headings: string[], text: string): IndexFields {
  const title = headings.includes(articleTitle) ? headings : [articleTitle, ...headings]
  return {
    title: title.join('\n'),
    head: headings.at(-1) ?? '',
    category: '',
    attributes: '',
    body: text,
  }
}

/** Of an item: its row's values. The name of a known column is left out, every row would match it. */
export function itemFields(item: Pick<Item, 'title' | 'code' | 'attributes'>): IndexFields {
  const category: string[] = []
  const attributes: string[] = []
  const body: string[] = []
  for (const { name, value } of item.attributes) {
    const kind = attributeKind(name)
    if (isNo(value)) continue
    if (kind === undefined) (value.length > 80 ? body : attributes).push(`${name} ${value}`)
    else if (kind === 'category') category.push(value)
    else if (PROSE.has(kind)) body.push(value)
    else if (!LEFT_OUT.has(kind)) attributes.push(value)
  }
  return {
    title: `${item.title}\n${item.code}`,
    head: headNoun(item.title),
    category: category.join('\n'),
    attributes: attributes.join('\n'),
    body: body.join('\n'),
  }
}

/** "Suitable for induction: no" must not be found for induction. */
function isNo(value: string): boolean {
  return /^(?:no|none|n\/a|false|0|-|–|nein|keine?|non|aucune?|ninguno|ninguna)$/i.test(
    value.trim(),
  )
}

/** What the piece is, in two words. */
function headNoun(title: string): string {
  return titleHead(title).split(/\s+/).slice(-2).join(' ')
}
