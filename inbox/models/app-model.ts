import { effect, signal, untracked } from '@preact/signals'
import { createStaffApi } from '../wire/staff-api.ts'
import { browserStorage } from './browser-storage.ts'
import { createConnectionModel, startHeartbeat } from './connection-model.ts'
import { followSignIns } from './follow-sign-ins.ts'
import { createInboxModel, type InboxModel } from './inbox-model.ts'
import { createPreferencesModel } from './preferences-model.ts'
import { createSessionModel } from './session-model.ts'

export type AppModel = ReturnType<typeof createAppModel>

/** Builds the models of a page: those of a signed-in teammate live as long as the session. */
export function createAppModel(shop: string, linkToken: string | null) {
  const connection = createConnectionModel()
  const preferences = createPreferencesModel(browserStorage('localStorage'))
  const inbox = signal<InboxModel | null>(null)
  const api = createStaffApi(shop, {
    reached: connection.reached,
    unreached: connection.unreached,
    unauthenticated: () => session.ended(),
  })
  const session = createSessionModel(api, linkToken)

  effect(() => {
    const state = session.state.value
    if (state.name !== 'signed_in') return
    const model = untracked(() => createInboxModel(api, state.session, connection, location))
    const stopHeartbeat = startHeartbeat(connection, model)
    window.addEventListener('hashchange', model.hashChanged)
    inbox.value = model
    void untracked(model.start)
    return () => {
      window.removeEventListener('hashchange', model.hashChanged)
      stopHeartbeat()
      model.dispose()
      inbox.value = null
    }
  })

  followSignIns(session)

  return {
    connection,
    preferences,
    session,
    inbox,
    async signOut() {
      const drafts = inbox.peek()?.drafts
      const outcome = await session.signOut()
      // After it, so that a sign-out that failed loses nobody's words.
      if (outcome.ok) drafts?.forget()
      return outcome
    },
  }
}
