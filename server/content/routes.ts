import { Hono } from 'hono'
import * as v from 'valibot'
import type { ItemReply, PassageReply } from '../../protocol/api.ts'
import { PassageId } from '../../protocol/ids.ts'
import { AppError } from '../core/app-error.ts'
import type { AppEnv } from '../http/app-env.ts'
import { findItem } from './find-item.ts'
import { findPassage } from './find-passage.ts'

/** What anyone may read of a shop's content, below `/v1/shops/:shop`. */
export function contentRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get('/items', (c) => {
    const item = findItem(c.var.shop.db, c.req.query('code') ?? '')
    if (item === undefined) {
      throw new AppError('not_found', 'No item has this code. Give it as ?code= to the letter.')
    }
    return c.json({ item } satisfies ItemReply)
  })
  routes.get('/passages/:id', (c) => {
    const id = v.safeParse(PassageId, c.req.param('id'))
    const passage = id.success ? findPassage(c.var.shop.db, id.output) : undefined
    if (passage === undefined) {
      throw new AppError(
        'not_found',
        'This passage is gone from the content. Show the stored quote.',
      )
    }
    return c.json(passage satisfies PassageReply)
  })
  return routes
}
