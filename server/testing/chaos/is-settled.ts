import type { ConversationEvent } from '../../../protocol/events.ts'
import type { ShopId } from '../../../protocol/ids.ts'
import { mayView } from '../../../protocol/pure/audience.ts'
import type { InboxPage } from './clients/inbox-page.ts'
import type { ThreadPage } from './clients/thread-page.ts'
import type { StoredLog } from './stored-shop.ts'

/** Nothing is owed or unpublished, and every page and list shows all that it may. */
export function isSettled(
  shops: StoredLog[],
  pages: ThreadPage[],
  lists: { shop: ShopId; inbox: InboxPage }[],
): boolean {
  const rows = shops.flatMap((shop) => shop.conversations)
  const isPublished = rows.every(({ publishedSeq, lastSeq }) => publishedSeq === lastSeq)
  if (!isPublished || shops.some(({ owed }) => owed.length > 0)) return false
  const logs = shops.flatMap((shop) => shop.events)
  const areListed = lists.every(({ shop, inbox }) =>
    shops
      .filter((stored) => stored.shop === shop)
      .flatMap(({ conversations }) => conversations)
      .every(({ id, lastSeq }) => inbox.rows().get(id)?.lastSeq === lastSeq),
  )
  return areListed && pages.every((page) => isUpToDate(page, logs))
}

function isUpToDate({ screen }: ThreadPage, logs: ConversationEvent[]): boolean {
  const { conversationId, role } = screen.viewer
  const last = logs.findLast(
    (event) => event.conversationId === conversationId && mayView(role, event.audience),
  )
  return screen.cursor() >= (last?.seq ?? 0) && screen.live() === null
}
