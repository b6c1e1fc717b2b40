import { type Context, Hono } from 'hono'
import { type SessionReply, SignIn, SpendLink } from '../../protocol/api.ts'
import type { AppEnv } from '../http/app-env.ts'
import { clientAddress } from '../http/client-address.ts'
import { readJson } from '../http/validate.ts'
import { readSettings } from '../shops/read-settings.ts'
import { requireOwnOrigin } from './check-own-origin.ts'
import { publicFace } from './public-face.ts'
import { requireTeammate, signInFirst } from './require-teammate.ts'
import { dropSessionCookie, readSessionCookie, setSessionCookie } from './session-cookie.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { spendLink } from './spend-link.ts'
import { findTeammate, type Teammate } from './store.ts'
import { teamContext } from './team-context.ts'

export function teamRoutes() {
  return new Hono<AppEnv>()
    .post('/session', requireOwnOrigin, async (c) => {
      const input = await readJson(c, SignIn)
      const formerHash = (await readSessionCookie(c))?.tokenHash
      const address = clientAddress(c)
      const signedIn = await signIn(teamContext(c), { ...input, address, formerHash })
      setSessionCookie(c, signedIn.token)
      return c.json(sessionReply(c, signedIn.teammate))
    })
    .post('/session/link', requireOwnOrigin, async (c) => {
      const input = await readJson(c, SpendLink)
      const formerHash = (await readSessionCookie(c))?.tokenHash
      const signedIn = await spendLink(teamContext(c), { ...input, formerHash })
      setSessionCookie(c, signedIn.token)
      return c.json(sessionReply(c, signedIn.teammate))
    })
    .get('/session', requireTeammate, (c) => {
      const { actor, db } = c.get('ctx')
      const teammate = findTeammate(db, actor.teammate.id)
      if (!teammate) throw signInFirst()
      return c.json(sessionReply(c, teammate))
    })
    .delete('/session', requireTeammate, (c) => {
      signOut(c.get('ctx'))
      dropSessionCookie(c)
      return c.body(null, 204)
    })
}

/** Field by field: what the account holds besides (its hashes) has no way out. */
function sessionReply<E extends AppEnv>(c: Context<E>, teammate: Teammate): SessionReply {
  const { id, db } = c.get('shop')
  const { name, language } = readSettings(db)
  const { email, role } = teammate
  return { teammate: { ...publicFace(teammate), email, role }, shop: { id, name, language } }
}
