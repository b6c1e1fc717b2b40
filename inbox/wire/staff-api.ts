import type {
  InboxReply,
  MarkRead,
  PostNote,
  PostReply,
  SessionReply,
  SignIn,
  SpendLink,
  StaffCommand,
  StaffEventsReply,
  StaffReply,
  WidgetConfig,
} from '../../protocol/api.ts'
import type { ConversationId } from '../../protocol/ids.ts'
import type { InboxView } from '../../protocol/inbox.ts'
import { createRequest, type ExchangeWatcher } from './request.ts'

export type StaffApi = ReturnType<typeof createStaffApi>

/** The staff routes of one shop. */
export function createStaffApi(shop: string, watcher: ExchangeWatcher) {
  const request = createRequest(`/v1/shops/${encodeURIComponent(shop)}`, watcher)
  const at = (id: ConversationId, verb: string) => `/inbox/conversations/${id}/${verb}`
  return {
    widgetConfig: () => request<WidgetConfig>('GET', '/widget'),
    whoAmI: () => request<SessionReply>('GET', '/session'),
    signIn: (input: SignIn) => request<unknown>('POST', '/session', input),
    spendLink: (input: SpendLink) => request<unknown>('POST', '/session/link', input),
    signOut: () => request<unknown>('DELETE', '/session'),
    list: (view: InboxView, cursor: string | null) =>
      request<InboxReply>(
        'GET',
        `/inbox/conversations?view=${view}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      ),
    events: (id: ConversationId, after: number) =>
      request<StaffEventsReply>('GET', at(id, `events?after=${after}`)),
    takeOver: (id: ConversationId, input: StaffCommand) =>
      request<StaffReply>('POST', at(id, 'takeover'), input),
    reply: (id: ConversationId, input: PostReply) =>
      request<StaffReply>('POST', at(id, 'replies'), input),
    note: (id: ConversationId, input: PostNote) =>
      request<StaffReply>('POST', at(id, 'notes'), input),
    handBack: (id: ConversationId, input: StaffCommand) =>
      request<StaffReply>('POST', at(id, 'hand-back'), input),
    resolve: (id: ConversationId, input: StaffCommand) =>
      request<StaffReply>('POST', at(id, 'resolve'), input),
    markRead: (id: ConversationId, input: MarkRead) =>
      request<unknown>('POST', at(id, 'read'), input),
  }
}
