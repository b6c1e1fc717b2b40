import type { ConversationEvent } from '../../../protocol/events.ts'
import type { ConversationId, ShopId, TeammateId } from '../../../protocol/ids.ts'
import type { OwedAnswer } from '../../conversations/log/store.ts'
import type { StoredConversation } from '../../conversations/log/stored-conversation.ts'

/** What a shop's file holds. */
export type StoredLog = {
  shop: ShopId
  conversations: StoredConversation[]
  /** By conversation and seq. */
  events: ConversationEvent[]
  owed: OwedAnswer[]
  readMarks: ReadMark[]
  teammates: { id: TeammateId; role: string }[]
}

/** The same when a run is over. */
export type StoredShop = StoredLog & {
  /** What SQLite's own checks of file and search index found. */
  complaints: string[]
}

export type ReadMark = {
  teammateId: TeammateId
  conversationId: ConversationId
  seq: number
  visitorMessages: number
}
