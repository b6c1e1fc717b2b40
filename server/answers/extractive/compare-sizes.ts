import type { Item } from '../../../protocol/items.ts'
import { attributeKind } from '../../search/attribute-kind.ts'
import { plain } from './read-asks.ts'

const LETTERS = ['xxs', 'xs', 's', 'm', 'l', 'xl', 'xxl', 'xxxl']
const NUMBER = /\d+(?:[.,]\d+)?/g

/**
 * Above 0 where the first piece is the bigger one; undefined where their columns do not tell. Letters are
 * compared with letters, and numbers only where everything around them is the same: "UK 8" and "UK 9".
 */
export function compareSizes(a: Pick<Item, 'attributes'>, b: Pick<Item, 'attributes'>) {
  for (const kind of ['fits', 'size']) {
    const [first, second] = [sizeOf(a, kind), sizeOf(b, kind)]
    if (first === undefined || second === undefined) continue
    const [one, other] = [LETTERS.indexOf(first), LETTERS.indexOf(second)]
    if (one !== -1 && other !== -1) return one - other
    if (first.replace(NUMBER, '') !== second.replace(NUMBER, '')) continue
    const [number, against] = [numberIn(first), numberIn(second)]
    if (number !== undefined && against !== undefined) return number - against
  }
  return undefined
}

function sizeOf({ attributes }: Pick<Item, 'attributes'>, kind: string): string | undefined {
  const value = attributes.find(({ name }) => attributeKind(name) === kind)?.value
  return value === undefined ? undefined : plain(value)
}

function numberIn(text: string): number | undefined {
  const [first] = text.match(NUMBER) ?? []
  return first === undefined ? undefined : Number(first.replace(',', '.'))
}
