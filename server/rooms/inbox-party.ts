import { InboxPublication, type PublishedInboxFrame } from '../../protocol/frames.ts'
import { roomParty } from './room-party.ts'

/** One shop's list of conversations, for its teammates. */
export default roomParty<PublishedInboxFrame>('inbox', {
  publication: InboxPublication,
  mayReceive: (_, { role }) => role === 'staff',
})
