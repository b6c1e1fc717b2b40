import * as v from 'valibot'
import { PublicFace } from './authors.ts'
import { Conversation } from './conversations.ts'
import { ErrorCode } from './errors.ts'
import { ConversationEvent } from './events.ts'
import { ConversationId, MessageId, VisitorToken } from './ids.ts'
import { ConversationSummary } from './inbox.ts'

/** Where and with what to connect. `host` has no scheme; `secure` says whether it is wss. `expiresAt` is the token's end. */
export const Room = v.object({
  host: v.string(),
  secure: v.boolean(),
  party: v.picklist(['conversation', 'inbox']),
  id: v.string(),
  token: v.string(),
  expiresAt: v.number(),
})
export type Room = v.InferOutput<typeof Room>

/** The answer that is being written. `offset` counts UTF-16 units of the text before `text`. */
export const DeltaFrame = v.object({
  type: v.literal('delta'),
  messageId: MessageId,
  answers: MessageId,
  version: v.number(),
  offset: v.number(),
  text: v.string(),
})
export type DeltaFrame = v.InferOutput<typeof DeltaFrame>

export const EventFrame = v.object({ type: v.literal('event'), event: ConversationEvent })
export const DroppedFrame = v.object({ type: v.literal('dropped'), messageId: MessageId })

/** What an answer in progress looks like to somebody who comes late. */
export const LiveAnswer = v.object({
  messageId: MessageId,
  answers: MessageId,
  version: v.number(),
  text: v.string(),
})
export type LiveAnswer = v.InferOutput<typeof LiveAnswer>

/** What streams on the visitor's own POST. */
export const StreamFrame = v.variant('type', [
  v.object({
    type: v.literal('open'),
    visitorToken: v.optional(VisitorToken),
    conversation: Conversation,
    room: Room,
  }),
  EventFrame,
  DeltaFrame,
  DroppedFrame,
  v.object({ type: v.literal('done'), conversation: Conversation }),
  v.object({ type: v.literal('error'), code: ErrorCode }),
])
export type StreamFrame = v.InferOutput<typeof StreamFrame>

/** Stamped by the room from the sender's token. */
export const TypingFrame = v.object({
  type: v.literal('typing'),
  on: v.boolean(),
  from: v.variant('role', [
    v.object({ role: v.literal('visitor') }),
    v.object({ role: v.literal('staff'), teammate: PublicFace }),
  ]),
})
export type TypingFrame = v.InferOutput<typeof TypingFrame>

const PongFrame = v.object({ type: v.literal('pong') })
/** Sent before the room closes a socket: the client reconnects on `expired`, and not on `kicked`. */
const ByeFrame = v.object({
  type: v.literal('bye'),
  code: v.picklist(['expired', 'kicked', 'too_fast']),
})
export type ByeCode = v.InferOutput<typeof ByeFrame>['code']

/** What a conversation room sends to its sockets. */
export const ConversationRoomFrame = v.variant('type', [
  EventFrame,
  DeltaFrame,
  DroppedFrame,
  TypingFrame,
  PongFrame,
  ByeFrame,
])
export type ConversationRoomFrame = v.InferOutput<typeof ConversationRoomFrame>

export const SummaryFrame = v.object({
  type: v.literal('summary'),
  conversationId: ConversationId,
  lastSeq: v.number(),
  summary: ConversationSummary,
})
export type SummaryFrame = v.InferOutput<typeof SummaryFrame>
export const WritingFrame = v.object({
  type: v.literal('writing'),
  conversationId: ConversationId,
  on: v.boolean(),
})

/** What the inbox room sends to its sockets. */
export const InboxRoomFrame = v.variant('type', [SummaryFrame, WritingFrame, PongFrame, ByeFrame])
export type InboxRoomFrame = v.InferOutput<typeof InboxRoomFrame>

/** All that a client may say to a room. */
export const ClientFrame = v.variant('type', [
  v.object({ type: v.literal('ping') }),
  v.object({ type: v.literal('typing'), on: v.boolean() }),
])
export type ClientFrame = v.InferOutput<typeof ClientFrame>

/** What the server may publish to a room, as `POST` with its publish key. */
export const PublishedConversationFrame = v.variant('type', [EventFrame, DeltaFrame, DroppedFrame])
export type PublishedConversationFrame = v.InferOutput<typeof PublishedConversationFrame>
export const PublishedInboxFrame = v.variant('type', [SummaryFrame, WritingFrame])
export type PublishedInboxFrame = v.InferOutput<typeof PublishedInboxFrame>

/** `subject` is a visitor's or a teammate's id, or a staff session's: whatever the room token was made for. */
export const Kick = v.object({ type: v.literal('kick'), subject: v.string() })
export type Kick = v.InferOutput<typeof Kick>

export const ConversationPublication = v.union([
  v.object({ frames: v.array(PublishedConversationFrame) }),
  Kick,
])
export type ConversationPublication = v.InferOutput<typeof ConversationPublication>
export const InboxPublication = v.union([v.object({ frames: v.array(PublishedInboxFrame) }), Kick])
export type InboxPublication = v.InferOutput<typeof InboxPublication>

/** Claims of a room token (HS256). `exp` is in seconds, as in RFC 7519. */
export const RoomClaims = v.variant('role', [
  v.object({
    role: v.literal('visitor'),
    party: v.literal('conversation'),
    room: v.string(),
    subject: v.string(),
    exp: v.number(),
  }),
  v.object({
    role: v.literal('staff'),
    party: v.picklist(['conversation', 'inbox']),
    room: v.string(),
    subject: v.string(),
    teammate: PublicFace,
    exp: v.number(),
  }),
])
export type RoomClaims = v.InferOutput<typeof RoomClaims>
