import type { PublicFace } from '../../../../protocol/authors.ts'
import type { ConversationEvent } from '../../../../protocol/events.ts'
import type { ConversationId, MessageId, ShopId, VisitorId } from '../../../../protocol/ids.ts'
import type { StoredConversation } from '../../../conversations/log/stored-conversation.ts'
import type { Command } from '../history.ts'
import type { ReadMark } from '../stored-shop.ts'

export type ModelActor = { kind: 'visitor'; id: VisitorId } | ({ kind: 'teammate' } & PublicFace)

export type ModelRequest = { command: Command; actor: ModelActor }

export type ModelThread = { shop: ShopId; row: StoredConversation; log: ConversationEvent[] }

/** What survives a crash, all of it. */
export type ModelState = {
  threads: Map<ConversationId, ModelThread>
  owed: { conversationId: ConversationId; questionId: MessageId; seq: number; createdAt: number }[]
  readMarks: ReadMark[]
}

export function emptyConversation(
  id: ConversationId,
  visitorId: VisitorId,
  { clientId }: Command,
): StoredConversation {
  return {
    id,
    visitorId,
    clientId,
    language: 'en',
    phaseName: 'assistant',
    phase: { name: 'assistant' },
    holderId: '',
    version: 0,
    lastSeq: 0,
    lastEveryoneSeq: 0,
    publishedSeq: 0,
    page: null,
    offer: null,
    offerDeclined: false,
    email: null,
    lastLine: null,
    visitorMessages: 0,
    exchanges: 0,
    unsureInARow: 0,
    startedAt: 0,
    updatedAt: 0,
    waitingSince: 0,
  }
}
