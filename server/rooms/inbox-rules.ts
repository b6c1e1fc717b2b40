import { InboxPublication, type PublishedInboxFrame } from '../../protocol/frames.ts'
import type { RoomRules } from './create-room.ts'

/** One shop's list of conversations, for its teammates. */
export const inboxRules: RoomRules<PublishedInboxFrame> = {
  publication: InboxPublication,
  mayReceive: (_, { role }) => role === 'staff',
}
