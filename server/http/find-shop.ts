import type { MiddlewareHandler } from 'hono'
import * as v from 'valibot'
import { ShopId } from '../../protocol/ids.ts'
import { AppError } from '../core/app-error.ts'
import type { AppEnv } from './app-env.ts'

/** Puts the shop that the path names in `c.var.shop`. An unknown one makes no file. */
export const findShop: MiddlewareHandler<AppEnv> = async (c, next) => {
  const id = c.req.param('shop')
  const shop = v.is(ShopId, id) ? c.get('platform').shops.find(id) : undefined
  if (!shop) throw new AppError('shop_not_found', 'There is no shop with this id.')
  c.set('shop', shop)
  await next()
}
