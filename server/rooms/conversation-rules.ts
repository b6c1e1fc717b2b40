import {
  ConversationPublication,
  type PublishedConversationFrame,
  type RoomClaims,
  type TypingFrame,
} from '../../protocol/frames.ts'
import { mayView } from '../../protocol/pure/audience.ts'
import type { RoomRules } from './create-room.ts'

/** A conversation's room: its visitor's tabs and the teammates who look at it. */
export const conversationRules: RoomRules<PublishedConversationFrame> = {
  publication: ConversationPublication,
  mayReceive: (frame, { role }) => frame.type !== 'event' || mayView(role, frame.event.audience),
  typing: ({ on }, claims): TypingFrame => ({ type: 'typing', on, from: typist(claims) }),
}

/** The room says who types, from the token: a client cannot type as somebody else. */
function typist(claims: RoomClaims): TypingFrame['from'] {
  return claims.role === 'visitor'
    ? { role: 'visitor' }
    : { role: 'staff', teammate: claims.teammate }
}
