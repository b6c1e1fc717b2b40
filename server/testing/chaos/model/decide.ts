import type { PublicFace } from '../../../../protocol/authors.ts'
import type { ErrorCode } from '../../../../protocol/errors.ts'
import type { NewEvent } from '../../../../protocol/events.ts'
import type { LiveAnswer } from '../../../../protocol/frames.ts'
import type { MessageId, NoteId } from '../../../../protocol/ids.ts'
import type { StoredConversation } from '../../../conversations/log/stored-conversation.ts'
import type { Fault } from './faults.ts'
import type { ModelActor, ModelRequest } from './model-state.ts'

export type Decision = { drafts: NewEvent[]; refused: ErrorCode | undefined }

export type Surroundings = {
  live: LiveAnswer | undefined
  around: PublicFace[]
  messageId: MessageId
  noteId: NoteId
  fault: Fault | undefined
}

/** What each command makes of a conversation: the verbs in small. */
export function decide(
  row: StoredConversation,
  request: ModelRequest,
  around: Surroundings,
): Decision {
  const { actor } = request
  const drafts =
    actor.kind === 'visitor'
      ? visitorDrafts(row, request, actor, around)
      : teammateDrafts(row, request, actor, around)
  return { drafts, refused: refusal(row, request, around.fault) }
}

function refusal(
  { version, holderId }: StoredConversation,
  { command, actor }: ModelRequest,
  fault: Fault | undefined,
): ErrorCode | undefined {
  const isStale = command.version !== undefined && command.version !== version
  if (isStale && fault !== 'two_holders_of_a_version') return 'version_stale'
  const needsHolder = command.name === 'reply' || command.name === 'hand_back'
  const isAllowed = !needsHolder || holderId === actor.id || fault === 'anybody_replies'
  return isAllowed ? undefined : 'not_holder'
}

function visitorDrafts(
  { phaseName, visitorMessages }: StoredConversation,
  { command: { name, clientId, text = '' } }: ModelRequest,
  author: ModelActor,
  around: Surroundings,
): NewEvent[] {
  const kept = around.fault === 'alters_text' ? text.trim() : text
  const said = {
    type: 'message.created',
    author,
    clientId,
    message: message(around, kept),
  } as const
  const started = { type: 'conversation.started', author, language: 'en' } as const
  const reopened =
    phaseName === 'resolved' ? [{ type: 'conversation.reopened', author } as const] : []
  const requested = {
    type: 'handoff.requested',
    author,
    clientId,
    reason: 'asked',
    passedOn: { messageCount: visitorMessages },
    teammatesAround: around.around,
  } as const
  if (name === 'start') return [started, said]
  if (name === 'start_handoff') return [started, requested]
  if (name === 'handoff') {
    const isHeld = phaseName === 'waiting' || phaseName === 'teammate'
    return isHeld ? [] : [...reopened, ...cut(around), requested]
  }
  if (name !== 'cancel') return [...reopened, said]
  return phaseName === 'waiting' ? [{ type: 'handoff.cancelled', author, clientId }] : []
}

function teammateDrafts(
  { phaseName, holderId }: StoredConversation,
  { command: { name, clientId, text = '' } }: ModelRequest,
  author: Extract<ModelActor, { kind: 'teammate' }>,
  around: Surroundings,
): NewEvent[] {
  const { kind: _, ...teammate } = author
  switch (name) {
    case 'note':
      return [{ type: 'note.created', author, clientId, note: { id: around.noteId, text } }]
    case 'reply':
      return [{ type: 'message.created', author, clientId, message: message(around, text) }]
    case 'hand_back':
      return [{ type: 'conversation.handed_back', author, clientId, teammate }]
    case 'resolve':
      return phaseName === 'resolved'
        ? []
        : [...cut(around), { type: 'conversation.resolved', author, clientId, teammate }]
    default:
      return holderId === author.id
        ? []
        : [...cut(around), { type: 'conversation.taken_over', author, clientId, teammate }]
  }
}

function message({ messageId: id }: Surroundings, text: string) {
  return { id, text }
}

/** The text streamed so far, for whatever raises the version. */
function cut({ live, fault }: Surroundings): NewEvent[] {
  if (!live || fault === 'loses_cut_text') return []
  const { messageId: id, answers, text } = live
  const message = { id, text, answers, citations: [], items: [], cut: true } as const
  return [{ type: 'message.created', author: { kind: 'assistant', id: 'assistant' }, message }]
}
