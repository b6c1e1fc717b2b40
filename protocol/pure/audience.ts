import type { Audience, ConversationEvent } from '../events.ts'

/** Who looks: a shopper, or anyone of the team. */
export type Viewer = 'visitor' | 'staff'

/** The gate that every event passes on its way to a screen. */
export function mayView(viewer: Viewer, audience: Audience): boolean {
  return viewer === 'staff' || audience === 'everyone'
}

export function visibleTo(viewer: Viewer, events: ConversationEvent[]): ConversationEvent[] {
  return events.filter((event) => mayView(viewer, event.audience))
}
