import type { MiddlewareHandler } from 'hono'
import { StartConversation } from '../../../protocol/api.ts'
import type { VisitorEnv } from '../../http/app-env.ts'
import { readJson } from '../../http/validate.ts'
import { checkedText } from './checked-text.ts'
import { withCleanPage } from './with-clean-page.ts'

type FirstActEnv = { Variables: VisitorEnv['Variables'] & { firstAct: StartConversation } }

/** Before `admitVisitor`: a first act that is refused must not leave a visitor behind. */
export const readFirstAct: MiddlewareHandler<FirstActEnv> = async (c, next) => {
  const firstAct = await readJson(c, StartConversation)
  if ('text' in firstAct) checkedText(firstAct.text)
  c.set('firstAct', withCleanPage(firstAct))
  await next()
}
