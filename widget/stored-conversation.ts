import type { EventsReply } from '../protocol/api.ts'
import type { StoredConversation } from './panel-host.ts'

/** The one key that a later page reads, written by the panel from the shopper's first act on. */
export function readStoredConversation(shop: string): StoredConversation | null {
  try {
    return JSON.parse(localStorage.getItem(`cb:${shop}:conversation`) ?? 'null')
  } catch {
    // Storage is blocked: there is nothing to go on with.
    return null
  }
}

/** Whether people hold the conversation, or said or did anything since it was last seen: one request. */
export async function hasNews(
  api: string,
  { id, token, phase, seen }: StoredConversation,
): Promise<boolean> {
  if (phase === 'waiting' || phase === 'teammate') return true
  try {
    const response = await fetch(`${api}/conversations/${id}/events?after=${seen}`, {
      headers: { Authorization: `Bearer ${token}` },
    })
    const { events }: EventsReply = await response.json()
    return events.some((event) => event.author.kind !== 'visitor')
  } catch {
    // A refusal has no events: the panel finds out why when somebody opens it.
    return false
  }
}
