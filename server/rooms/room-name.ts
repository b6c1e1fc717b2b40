import type { ConversationId, ShopId } from '../../protocol/ids.ts'

/** A conversation's room, or the inbox of a shop. A dot occurs in neither id. */
export function roomName(shopId: ShopId, conversationId?: ConversationId): string {
  return conversationId === undefined ? shopId : `${shopId}.${conversationId}`
}
