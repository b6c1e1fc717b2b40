import type { InboxReply, SessionReply, StaffEventsReply } from '../../protocol/api.ts'
import type { Author, PublicFace } from '../../protocol/authors.ts'
import type { StaffConversation } from '../../protocol/conversations.ts'
import type { ConversationEvent, EventOf, NewEvent } from '../../protocol/events.ts'
import type { LiveAnswer, Room } from '../../protocol/frames.ts'
import type { ConversationId } from '../../protocol/ids.ts'
import type { ConversationSummary, InboxRow, InboxView } from '../../protocol/inbox.ts'
import type { Item } from '../../protocol/items.ts'
import { applyEvent, startConversation } from '../../protocol/pure/apply-event.ts'
import { visitorLabel } from '../../protocol/pure/visitor-label.ts'
import { MARLOW } from '../../server/testing/marlow.ts'
import { causeIn, stampEvent } from '../../server/testing/stamp-event.ts'
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
      // Of the first act, which follows.
      cause: 2,
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
    const { events } = entry
    const place = { conversationId: id, seq: events.length + 1, before: events }
    const event = stampEvent(draft, { ...place, id: scriptedId('evt'), createdAt })
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

  /** What one command writes. */
  function appendAll(id: ConversationId, drafts: readonly NewEvent[]): void {
    const { events } = find(id)
    const causeOf = causeIn(drafts, events.length + 1)
    for (const [index, draft] of drafts.entries()) append(id, { ...draft, ...causeOf(index) })
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
      visitorLabel: visitorLabel(conversation.visitorId),
      ...(conversation.email && { email: conversation.email }),
      ...(said?.type === 'message.created' && {
        lastLine: { author: said.author, text: firstLine(said.message.text) },
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
    config: { ...MARLOW, shop: session.shop },
    /** The one-time link that was not spent yet. */
    link: { isSpent: false },
    conversations,
    start,
    append,
    appendAll,
    find,
    listen: (listener: ShopListener) => listeners.add(listener),
    /** How much was seen up to `seq`; the mark itself only moves forward. */
    markRead(id: ConversationId, seq: number) {
      const entry = find(id)
      const seen = countVisitorMessages(entry.events, seq)
      entry.read = Math.max(entry.read, seen)
      return seen
    },
    list(view: InboxView, cursor: string | null, room: Room): InboxReply {
      const all = [...conversations.values()]
      const count = (one: InboxView) => all.filter((entry) => isIn(one, entry)).length
      const shown = all.filter((entry) => isIn(view, entry))
      shown.sort((a, b) => comesBefore(view, a, b))
      const from = shown.findIndex((entry) => entry.id === cursor) + 1
      return {
        conversations: shown.slice(from, from + 50).map(rowOf),
        counts: {
          needs_person: count('needs_person'),
          mine: count('mine'),
          all: count('all'),
          resolved: count('resolved'),
        },
        cursor: shown.length > from + 50 ? (shown[from + 49]?.id ?? null) : null,
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

/** Who needs a person comes longest wait first, everything else newest first. */
function comesBefore(view: InboxView, a: Scripted, b: Scripted): number {
  const [before, after] = view === 'needs_person' ? [a, b] : [b, a]
  const difference =
    view === 'needs_person'
      ? waitingSince(before) - waitingSince(after)
      : before.updatedAt - after.updatedAt
  return difference || (before.id < after.id ? -1 : 1)
}

function waitingSince({ conversation: { phase } }: Scripted): number {
  return phase.name === 'waiting' ? phase.requestedAt : 0
}

export function teammateAuthor(face: PublicFace): Author {
  return { kind: 'teammate', ...face }
}

function firstLine(text: string): string {
  return Array.from(text.trim().replace(/\s+/g, ' ')).slice(0, 160).join('')
}

function countVisitorMessages(events: readonly ConversationEvent[], upToSeq: number): number {
  return events.filter(
    (event) =>
      event.type === 'message.created' && event.author.kind === 'visitor' && event.seq <= upToSeq,
  ).length
}
