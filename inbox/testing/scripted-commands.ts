import * as v from 'valibot'
import { PostNote, PostReply, StaffCommand, type StaffReply } from '../../protocol/api.ts'
import type { NewEvent } from '../../protocol/events.ts'
import type { ConversationId } from '../../protocol/ids.ts'
import { ASSISTANT } from '../../server/conversations/log/authors.ts'
import { checkedText } from '../../server/conversations/messages/checked-text.ts'
import { AppError } from '../../server/core/app-error.ts'
import { may } from '../../server/team/may.ts'
import { valid } from '../../server/testing/valid.ts'
import { scriptedId } from './scripted-id.ts'
import { type Scripted, type ScriptedShop, teammateAuthor } from './scripted-shop.ts'

const COMMANDS = v.variant('verb', [
  v.object({ verb: v.literal('notes'), input: PostNote }),
  v.object({ verb: v.literal('replies'), input: PostReply }),
  v.object({ verb: v.picklist(['takeover', 'hand-back', 'resolve']), input: StaffCommand }),
])
type Command = v.InferOutput<typeof COMMANDS>

/** A command of the teammate whose session it is. A repeat is answered before any version is compared. */
export function answerCommand(
  shop: ScriptedShop,
  id: ConversationId,
  verb: string,
  body: unknown,
): StaffReply {
  const command = valid(COMMANDS, { verb, input: body })
  const { clientId } = command.input
  if ('text' in command.input) checkedText(command.input.text)
  const entry = shop.find(id)
  if (!entry.events.some((event) => event.clientId === clientId)) {
    const { version } = entry.conversation
    if (command.verb !== 'notes' && command.input.version !== version)
      throw staleVersion(shop, entry)
    shop.appendAll(id, draftsOf(shop, entry, command))
  }
  const main = entry.events.find((event) => event.clientId === clientId)
  const events = entry.events.filter(
    (event) => event === main || (main && event.cause === main.seq),
  )
  return { conversation: entry.conversation, events }
}

function draftsOf(shop: ScriptedShop, entry: Scripted, { verb, input }: Command): NewEvent[] {
  const { email: _email, role, ...teammate } = shop.session.teammate
  const head = { author: teammateAuthor(teammate), clientId: input.clientId }
  const { phase } = entry.conversation
  const holderId = phase.name === 'teammate' ? phase.teammate.id : undefined
  switch (verb) {
    case 'notes':
      return [{ type: 'note.created', ...head, note: { id: scriptedId('nte'), text: input.text } }]
    case 'replies': {
      if (holderId !== teammate.id) throw notHolder()
      const message = { id: scriptedId('msg'), text: input.text }
      return [{ type: 'message.created', ...head, message }]
    }
    case 'takeover':
      if (holderId === teammate.id) return []
      return [...cutText(entry), { type: 'conversation.taken_over', ...head, teammate }]
    case 'hand-back': {
      const isAllowed = holderId && may(role, 'hand_back_for_others')
      if (holderId !== teammate.id && !isAllowed) throw notHolder()
      return [{ type: 'conversation.handed_back', ...head, teammate }]
    }
    case 'resolve':
      if (phase.name === 'resolved') return []
      return [...cutText(entry), { type: 'conversation.resolved', ...head, teammate }]
  }
}

/** The text streamed so far, for whatever raises the version while an answer runs; A5. */
function cutText({ live }: Scripted): NewEvent[] {
  if (!live) return []
  const { messageId: id, answers, text } = live
  const message = { id, text, answers, citations: [], items: [], cut: true } as const
  return [{ type: 'message.created', author: ASSISTANT, message }]
}

function notHolder(): AppError {
  return new AppError('not_holder', 'Only who holds the conversation may do this.')
}

function staleVersion(
  shop: ScriptedShop,
  { conversation: { phase, version } }: Scripted,
): AppError {
  if (phase.name === 'teammate' && phase.teammate.id !== shop.session.teammate.id) {
    const { name: holderName } = phase.teammate
    const message = `${holderName} has this conversation now.`
    return new AppError('conversation_held', message, { holderName, version })
  }
  const message = 'The conversation has changed. Look again, then decide.'
  return new AppError('version_stale', message, { version, phase: phase.name })
}
