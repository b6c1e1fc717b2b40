import * as v from 'valibot'
import { Conversation, StaffConversation } from './conversations.ts'
import { ConversationEvent } from './events.ts'
import { LiveAnswer, Room } from './frames.ts'
import { ClientId, PassageId, ShopId, TeammateId, VisitorToken } from './ids.ts'
import { InboxRow } from './inbox.ts'
import { Item } from './items.ts'
import { LANGUAGES, Language } from './language.ts'
import { Page } from './messages.ts'
import { PROTOCOL_VERSION } from './version.ts'

const version = v.pipe(v.number(), v.integer(), v.minValue(0))
/** Judged by `server/conversations/messages/checked-text.ts`, which knows the codes for blank, long and malformed. */
const text = v.string()

export const StartConversation = v.union([
  v.strictObject({
    clientId: ClientId,
    text,
    page: v.optional(Page),
    language: v.optional(Language),
  }),
  v.strictObject({
    clientId: ClientId,
    handoff: v.literal(true),
    page: v.optional(Page),
    language: v.optional(Language),
  }),
])
export type StartConversation = v.InferOutput<typeof StartConversation>

export const PostMessage = v.strictObject({ clientId: ClientId, text, page: v.optional(Page) })
export type PostMessage = v.InferOutput<typeof PostMessage>
export const VisitorCommand = v.strictObject({ clientId: ClientId })
export type VisitorCommand = v.InferOutput<typeof VisitorCommand>
export const RateMessage = v.strictObject({
  clientId: ClientId,
  rating: v.picklist(['up', 'down']),
})
export type RateMessage = v.InferOutput<typeof RateMessage>
export const GiveEmail = v.strictObject({
  clientId: ClientId,
  email: v.pipe(v.string(), v.trim(), v.email(), v.maxLength(254)),
})
export type GiveEmail = v.InferOutput<typeof GiveEmail>

/** The reply to `POST /conversations` and to every visitor command, as JSON. */
export const CommandReply = v.object({
  visitorToken: v.optional(VisitorToken),
  conversation: Conversation,
  events: v.array(ConversationEvent),
  room: Room,
})
export type CommandReply = v.InferOutput<typeof CommandReply>

export const EventsReply = v.object({
  events: v.array(ConversationEvent),
  more: v.boolean(),
  conversation: Conversation,
  live: v.nullable(LiveAnswer),
  room: Room,
  serverNow: v.number(),
})
export type EventsReply = v.InferOutput<typeof EventsReply>

export const StaffCommand = v.strictObject({ clientId: ClientId, version })
export type StaffCommand = v.InferOutput<typeof StaffCommand>
export const PostReply = v.strictObject({ clientId: ClientId, version, text })
export type PostReply = v.InferOutput<typeof PostReply>
/** A note is taken whatever the version: it changes nothing that somebody holds. */
export const PostNote = v.strictObject({ clientId: ClientId, version: v.optional(version), text })
export type PostNote = v.InferOutput<typeof PostNote>
export const MarkRead = v.strictObject({ seq: version })
export type MarkRead = v.InferOutput<typeof MarkRead>

export const StaffReply = v.object({
  conversation: StaffConversation,
  events: v.array(ConversationEvent),
})
export type StaffReply = v.InferOutput<typeof StaffReply>

export const StaffEventsReply = v.object({
  ...EventsReply.entries,
  conversation: StaffConversation,
  /** The item that the conversation is about now, as its row stands; absent when the code is unknown. */
  item: v.optional(Item),
})
export type StaffEventsReply = v.InferOutput<typeof StaffEventsReply>

export const InboxReply = v.object({
  conversations: v.array(InboxRow),
  counts: v.object({
    needs_person: v.number(),
    mine: v.number(),
    all: v.number(),
    resolved: v.number(),
  }),
  cursor: v.nullable(v.string()),
  room: Room,
  serverNow: v.number(),
})
export type InboxReply = v.InferOutput<typeof InboxReply>

const password = v.pipe(v.string(), v.maxLength(1000))
export const SignIn = v.strictObject({ email: v.pipe(v.string(), v.maxLength(254)), password })
export type SignIn = v.InferOutput<typeof SignIn>
export const SpendLink = v.strictObject({
  token: v.pipe(v.string(), v.minLength(20), v.maxLength(100)),
  /** Required the first time; 1 to 80 code points. */
  name: v.optional(v.string()),
  /** At least 12 code points. */
  password,
})
export type SpendLink = v.InferOutput<typeof SpendLink>

export const TeammateRole = v.picklist(['owner', 'admin', 'teammate'])
export type TeammateRole = v.InferOutput<typeof TeammateRole>
export const SessionReply = v.object({
  teammate: v.object({
    id: TeammateId,
    name: v.string(),
    initials: v.string(),
    picture: v.optional(v.string()),
    email: v.string(),
    role: TeammateRole,
  }),
  shop: v.object({ id: ShopId, name: v.string(), language: Language }),
})
export type SessionReply = v.InferOutput<typeof SessionReply>

const localised = v.record(v.picklist(LANGUAGES), v.string())
/** Public and cacheable: says nothing that changes by the minute. */
export const WidgetConfig = v.object({
  /** What the server speaks: a panel from an older cache can tell that it is not its own. */
  protocol: v.literal(PROTOCOL_VERSION),
  shop: v.object({ id: ShopId, name: v.string(), language: Language }),
  theme: v.object({
    /** A CSS hex colour; the panel corrects its contrast. */
    accent: v.optional(v.string()),
    scheme: v.picklist(['auto', 'light', 'dark']),
  }),
  /** Faces of the team without names of who is in: at most three. */
  team: v.array(
    v.object({ name: v.string(), initials: v.string(), picture: v.optional(v.string()) }),
  ),
  suggestedQuestions: v.object({
    general: v.array(localised),
    item: v.array(localised),
  }),
  privacyUrl: v.optional(v.string()),
})
export type WidgetConfig = v.InferOutput<typeof WidgetConfig>

export const PassageReply = v.object({
  id: PassageId,
  title: v.string(),
  /** Where the passage stands: the article's title, then its headings. */
  place: v.array(v.string()),
  text: v.string(),
  /** The file or URL that it came from. */
  source: v.string(),
  url: v.optional(v.string()),
  itemCode: v.optional(v.string()),
})
export type PassageReply = v.InferOutput<typeof PassageReply>
export const ItemReply = v.object({ item: Item })
export type ItemReply = v.InferOutput<typeof ItemReply>

export const HealthReply = v.object({
  status: v.picklist(['ok', 'degraded']),
  rooms: v.picklist(['up', 'down']),
  version: v.string(),
})
export type HealthReply = v.InferOutput<typeof HealthReply>
