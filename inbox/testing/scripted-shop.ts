import type { InboxReply, SessionReply, StaffEventsReply } from '../../protocol/api.ts'
import type { Author, PublicFace } from '../../protocol/authors.ts'
import type { StaffConversation } from '../../protocol/conversations.ts'
import {
  AUDIENCE_OF,
  type ConversationEvent,
  type EventOf,
  type NewEvent,
} from '../../protocol/events.ts'
import type { LiveAnswer, Room } from '../../protocol/frames.ts'
import type { ConversationId } from '../../protocol/ids.ts'
import type { ConversationSummary, InboxRow, InboxView } from '../../protocol/inbox.ts'
import type { Item } from '../../protocol/items.ts'
import { applyEvent, startConversation } from '../../protocol/pure/apply-event.ts'
import { scriptedId } from './scripted-id.ts'

export type Scripted = {
  id: ConversationId
  conversation: StaffConversation
  events: ConversationEvent[]
  live: LiveAnswer | null
  read: number
  updatedAt: number
}
export type ShopListener = {
  published(id: ConversationId, event: ConversationEvent): void
  summarised(id: ConversationId, lastSeq: number, summary: ConversationSummary): void
}

/** A shop in memory that behaves as the contract says, for pages to be tried against. */
export function createScriptedShop(session: SessionReply, items: readonly Item[]) {
  const conversations = new Map<ConversationId, Scripted>()
  const listeners = new Set<ShopListener>()

  function start(event: Pick<EventOf<'conversation.started'>, 'page' | 'language' | 'createdAt'>) {
    const id: ConversationId = scriptedId('cnv')
    const visitor: Author = { kind: 'visitor', id: scriptedId('vis') }
    const started: EventOf<'conversation.started'> = {
      id: scriptedId('evt'),
      conversationId: id,
      seq: 1,
      prev: 0,
      type: 'conversation.started',
      audience: 'everyone',
      author: visitor,
      ...event,
    }
    conversations.set(id, {
      id,
      conversation: startConversation(started, visitor.id),
      events: [started],
      live: null,
      read: 0,
      updatedAt: event.createdAt,
    })
    return { id, visitor }
  }

  function append(id: ConversationId, draft: NewEvent, createdAt = Date.now()): ConversationEvent {
    const entry = find(id)
    const prev = entry.events.findLast((event) => event.audience === 'everyone')?.seq ?? 0
    const event = asEvent({
      ...draft,
      id: scriptedId('evt'),
      conversationId: id,
      seq: entry.events.length + 1,
      prev,
      audience: AUDIENCE_OF[draft.type],
      createdAt,
    })
    entry.events.push(event)
    entry.conversation = applyEvent(entry.conversation, event)
    entry.updatedAt = createdAt
    if (event.type === 'message.created' && 'answers' in event.message) entry.live = null
    for (const listener of listeners) {
      listener.published(id, event)
      listener.summarised(id, event.seq, summarise(entry))
    }
    return event
  }

  function find(id: ConversationId): Scripted {
    const entry = conversations.get(id)
    if (!entry) throw new Error(`no conversation ${id}`)
    return entry
  }

  function itemOf({ conversation }: Scripted): Item | undefined {
    return items.find((item) => item.code === conversation.page?.itemCode)
  }

  function summarise(entry: Scripted): ConversationSummary {
    const { conversation, events } = entry
    const said = events.findLast((event) => event.type === 'message.created')
    const item = itemOf(entry)
    const { attributes: _, ...card } = item ?? { attributes: [] }
    return {
      phase: conversation.phase,
      version: conversation.version,
      language: conversation.language,
      startedAt: conversation.startedAt,
      updatedAt: entry.updatedAt,
      visitorLabel: conversation.visitorId.slice(-4).toUpperCase(),
      ...(conversation.email && { email: conversation.email }),
      ...(said?.type === 'message.created' && {
        lastLine: { author: said.author, text: said.message.text },
      }),
      ...('code' in card && { item: card }),
      visitorMessages: countVisitorMessages(events, Number.POSITIVE_INFINITY),
    }
  }

  function rowOf(entry: Scripted): InboxRow {
    return {
      conversationId: entry.id,
      lastSeq: entry.events.length,
      summary: summarise(entry),
      readVisitorMessages: entry.read,
      writing: entry.live !== null,
    }
  }

  function isIn(view: InboxView, { conversation: { phase } }: Scripted): boolean {
    switch (view) {
      case 'needs_person':
        return phase.name === 'waiting'
      case 'mine':
        return phase.name === 'teammate' && phase.teammate.id === session.teammate.id
      case 'all':
        return phase.name !== 'resolved'
      case 'resolved':
        return phase.name === 'resolved'
    }
  }

  return {
    session,
    conversations,
    start,
    append,
    find,
    listen: (listener: ShopListener) => listeners.add(listener),
    markRead(id: ConversationId, seq: number) {
      const entry = find(id)
      entry.read = Math.max(entry.read, countVisitorMessages(entry.events, seq))
      return entry.read
    },
    list(view: InboxView, cursor: string | null, room: Room): InboxReply {
      const all = [...conversations.values()]
      const count = (one: InboxView) => all.filter((entry) => isIn(one, entry)).length
      const shown = all.filter((entry) => isIn(view, entry))
      shown.sort((a, b) => b.updatedAt - a.updatedAt)
      const from = Number(cursor ?? 0)
      return {
        conversations: shown.slice(from, from + 50).map(rowOf),
        counts: {
          needs_person: count('needs_person'),
          mine: count('mine'),
          all: count('all'),
          resolved: count('resolved'),
        },
        cursor: shown.length > from + 50 ? String(from + 50) : null,
        room,
        serverNow: Date.now(),
      }
    },
    events(id: ConversationId, after: number, room: Room): StaffEventsReply {
      const entry = find(id)
      const item = itemOf(entry)
      return {
        events: entry.events.slice(after, after + 200),
        more: entry.events.length > after + 200,
        conversation: entry.conversation,
        live: entry.live,
        room,
        serverNow: Date.now(),
        ...(item && { item }),
      }
    },
  }
}

export type ScriptedShop = ReturnType<typeof createScriptedShop>

export function teammateAuthor(face: PublicFace): Author {
  return { kind: 'teammate', ...face }
}

function countVisitorMessages(events: readonly ConversationEvent[], upToSeq: number): number {
  return events.filter(
    (event) =>
      event.type === 'message.created' && event.author.kind === 'visitor' && event.seq <= upToSeq,
  ).length
}

/** A draft and its stamp are an event: TypeScript cannot join the two members of a union by their type. */
function asEvent(event: object): ConversationEvent {
  return event as ConversationEvent
}
