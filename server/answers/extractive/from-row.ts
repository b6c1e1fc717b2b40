import { type AttributeKind, attributeKind } from '../../search/attribute-kind.ts'
import type { Statement } from './draft.ts'
import type { ItemWithPassage } from './store.ts'

/** Quotes a line or a part of one, as far as the passage holds it to the letter. */
export function fromRow(found: ItemWithPassage, text: string, quote: string): Statement {
  const { item, passageId, text: passage } = found
  if (!passage.includes(quote)) return { text }
  return { text, source: { passageId, title: item.title, url: item.url ?? undefined, quote } }
}

export function attributesOf({ item }: ItemWithPassage, kind: AttributeKind) {
  return item.attributes.filter(({ name }) => attributeKind(name) === kind)
}

/** Several lines as one. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
