import type { EventsReply, StaffEventsReply } from '../../../protocol/api.ts'
import type { ConversationId } from '../../../protocol/ids.ts'
import type { Viewer } from '../../../protocol/pure/audience.ts'
import { findItem } from '../../content/find-item.ts'
import type { Context, TeammateContext, VisitorContext } from '../../core/context.ts'
import { shopsConversation } from '../log/shops-conversation.ts'
import { listEvents } from '../log/store.ts'
import { staffView, visitorView } from '../log/stored-conversation.ts'
import { visitorsConversation } from '../log/visitors-conversation.ts'

/** Of the log, at once. */
export const PAGE_EVENTS = 200

/** What a shopper missed since `after`, with the text that is being written now. */
export function readVisitorThread(
  ctx: VisitorContext,
  input: { conversationId: ConversationId; after: number },
): Omit<EventsReply, 'room'> {
  const conversation = visitorsConversation(ctx.db, ctx, input.conversationId)
  return { ...page(ctx, 'visitor', input), conversation: visitorView(conversation) }
}

/** The same for a teammate, with everything that staff may see and the item as its row stands. */
export function readStaffThread(
  ctx: TeammateContext,
  input: { conversationId: ConversationId; after: number },
): Omit<StaffEventsReply, 'room'> {
  const conversation = shopsConversation(ctx.db, input.conversationId)
  const code = conversation.page?.itemCode
  const item = code === undefined ? undefined : findItem(ctx.db, code)
  return {
    ...page(ctx, 'staff', input),
    conversation: staffView(conversation),
    ...(item && { item }),
  }
}

function page(
  ctx: Context,
  viewer: Viewer,
  { conversationId, after }: { conversationId: ConversationId; after: number },
) {
  const found = listEvents(ctx.db, conversationId, viewer, after, PAGE_EVENTS + 1)
  return {
    events: found.slice(0, PAGE_EVENTS),
    more: found.length > PAGE_EVENTS,
    live: ctx.live.current(conversationId),
    serverNow: ctx.now(),
  }
}
