import type { VisitorToken } from '../../protocol/ids.ts'
import { randomToken } from '../core/random-token.ts'

/** For a caller without a token (curl); the widget makes its own, in the same form. */
export function makeVisitorToken(): VisitorToken {
  return `vt_${randomToken()}`
}
