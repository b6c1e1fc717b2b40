import { Hono } from 'hono'
import type { TeammateEnv, VisitorEnv } from '../http/app-env.ts'
import { staffCommandRoutes } from './staff-command-routes.ts'
import { staffReadRoutes } from './staff-read-routes.ts'
import { visitorCommandRoutes } from './visitor-command-routes.ts'
import { visitorMessageRoutes } from './visitor-message-routes.ts'

/** Everything that a visitor's token opens, below `/v1/shops/:shop`. */
export function visitorRoutes(): Hono<VisitorEnv> {
  return new Hono<VisitorEnv>()
    .route('/', visitorMessageRoutes())
    .route('/', visitorCommandRoutes())
}

/** Everything that a staff session opens, below `/v1/shops/:shop`. */
export function staffRoutes(): Hono<TeammateEnv> {
  return new Hono<TeammateEnv>().route('/', staffReadRoutes()).route('/', staffCommandRoutes())
}
