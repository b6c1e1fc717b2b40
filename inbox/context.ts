import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { AppModel } from './models/app-model.ts'
import type { InboxModel } from './models/inbox-model.ts'

export const AppContext = createContext<AppModel | null>(null)
export const InboxContext = createContext<InboxModel | null>(null)

export function useApp(): AppModel {
  const app = useContext(AppContext)
  if (!app) throw new Error('This component stands outside of AppContext.')
  return app
}

/** Only behind the sign-in. */
export function useInbox(): InboxModel {
  const inbox = useContext(InboxContext)
  if (!inbox) throw new Error('This component stands outside of InboxContext.')
  return inbox
}
