import type { ConversationId } from '../../protocol/ids.ts'
import type { InboxView } from '../../protocol/inbox.ts'

export type Route = { view: InboxView; conversationId: ConversationId | null }

export const VIEWS: readonly InboxView[] = ['needs_person', 'mine', 'all', 'resolved']
export const VIEW_NAMES: Record<InboxView, string> = {
  needs_person: 'Needs a person',
  mine: 'Mine',
  all: 'All',
  resolved: 'Resolved',
}

/** `#/all` is a view, `#/all/cnv_…` a conversation opened from it. Anything else is the first view. */
export function readRoute(hash: string): Route {
  const [, name, id] = hash.split('/')
  const view = VIEWS.find((known) => known === name) ?? 'needs_person'
  return { view, conversationId: id && isConversationId(id) ? id : null }
}

export function writeRoute({ view, conversationId }: Route): string {
  return conversationId ? `#/${view}/${conversationId}` : `#/${view}`
}

export function isConversationId(text: string): text is ConversationId {
  return /^cnv_[0-9a-z]{26}$/.test(text)
}
