import * as v from 'valibot'
import { ShopId } from '../../protocol/ids.ts'

/** The id of a shop with this name; undefined where a name has too few Latin letters to make one. */
export function shopSlug(name: string): ShopId | undefined {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  return v.is(ShopId, slug) ? slug : undefined
}
