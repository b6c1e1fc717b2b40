import type { TeammateContext, VisitorContext } from '../core/context.ts'
import type { OpenShop, Platform } from '../core/platform.ts'
import type { RateLimiter } from './rate-limiter.ts'

/** What middleware leaves for handlers. `shop` stands on every route below `/v1/shops/:shop`. */
export type AppEnv = {
  Variables: { platform: Platform; requestId: string; limiter: RateLimiter; shop: OpenShop }
}
/** Behind `requireVisitor` or `admitVisitor`. */
export type VisitorEnv = {
  Variables: AppEnv['Variables'] & { ctx: VisitorContext; madeToken?: string }
}
/** Behind `requireTeammate`. */
export type TeammateEnv = { Variables: AppEnv['Variables'] & { ctx: TeammateContext } }
