import type {
  DeltaFrame,
  PublishedConversationFrame,
  PublishedInboxFrame,
} from '../../protocol/frames.ts'
import type { ConversationId, MessageId } from '../../protocol/ids.ts'

/**
 * Carries what was committed to the rooms of one shop, and what is never stored.
 * Nothing here throws into a verb: a room that is down is retried, and what viewers miss they fetch.
 */
export type Publisher = {
  /** Events above the conversation's `publishedSeq` are in the log. Called after the commit, never before. */
  committed(conversationId: ConversationId): void
  /** Streamed text: coalesced, in the same one-in-flight queue as the events. */
  delta(conversationId: ConversationId, frame: DeltaFrame): void
  dropped(conversationId: ConversationId, messageId: MessageId): void
  /** The assistant began or stopped writing: for the list. */
  writing(conversationId: ConversationId, on: boolean): void
  /** A subject got a token for a room: from there it can be kicked. Remembered for an hour, as long as a socket stands. */
  rememberRoom(subject: string, room: RoomRef): void
  /** Ends every socket of a subject in the rooms that it got tokens for. */
  kick(subject: string): void
}

export type RoomRef = { party: 'conversation' | 'inbox'; id: string }

/** The rooms did not take a publication. What it says is ours and may be logged. */
export class RoomsRefused extends Error {}

/** The transport beneath the queue: one POST a room. Rejects, with `RoomsRefused` or what the way to them threw. */
export type RoomTransport = {
  conversation(conversationId: ConversationId, frames: PublishedConversationFrame[]): Promise<void>
  inbox(frames: PublishedInboxFrame[]): Promise<void>
  kick(room: RoomRef, subject: string): Promise<void>
}
