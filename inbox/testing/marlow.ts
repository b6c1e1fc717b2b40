import type { SessionReply } from '../../protocol/api.ts'
import type { Assessment } from '../../protocol/assessments.ts'
import type { PublicFace } from '../../protocol/authors.ts'
import type { EventOf, NewEvent } from '../../protocol/events.ts'
import type { HandoffReason } from '../../protocol/handoffs.ts'
import type { MessageId } from '../../protocol/ids.ts'
import type { Item } from '../../protocol/items.ts'
import type { Language } from '../../protocol/language.ts'
import type { Citation } from '../../protocol/messages.ts'
import { ASSISTANT, SYSTEM } from '../../server/conversations/log/authors.ts'
import { MARTA as FACE_OF_MARTA, JACKET, pictureOf } from '../../server/testing/marlow.ts'
import { scriptedId } from './scripted-id.ts'
import { createScriptedShop, type ScriptedShop, teammateAuthor } from './scripted-shop.ts'

const MINUTE_MS = 60_000

export const MARTA: SessionReply['teammate'] = {
  ...FACE_OF_MARTA,
  email: 'marta@marlow.shop',
  role: 'teammate',
}
export const IVO: PublicFace = { id: scriptedId('tmt'), name: 'Ivo', initials: 'I' }

const ITEMS: Item[] = [
  JACKET,
  item('MRL-0388', 'Thonet no. 14', 'available', 240, '#5B3320'),
  item('MRL-0377', 'Welsh tapestry blanket', 'held', 120, '#8F3831'),
  item('MRL-0345', 'Burberry trench, 40R', 'available', 180, '#BFA076'),
  item('MRL-0365', 'Anglepoise 1227', 'available', 185, '#A39676'),
  item('MRL-0370', 'Levi’s 70505', 'sold', 95, '#4F6F94'),
]

function item(code: string, title: string, status: Item['status'], price: number, colour: string) {
  const image = pictureOf(colour)
  return { code, title, status, price, currency: 'GBP', image, attributes: [] }
}

type Opening = { language?: Language; item?: string; agoMinutes: number }

/** Tells what happens in a conversation, one line after the other. */
export function tellConversation(shop: ScriptedShop, opening: Opening) {
  let at = Date.now() - opening.agoMinutes * MINUTE_MS
  const found = ITEMS.find((one) => one.code === opening.item)
  const page = opening.item && {
    url: `https://marlow.example/items/${opening.item}`,
    title: found?.title ?? 'A page of the shop',
    itemCode: opening.item,
  }
  const { id, visitor } = shop.start({
    language: opening.language ?? 'en',
    createdAt: at,
    ...(page && { page }),
  })
  let asked: EventOf<'message.created'> | undefined
  const later = () => (at += 1000)
  const tell = (draft: NewEvent) => shop.append(id, draft, later())
  const command = () => ({ clientId: scriptedId('evt') })
  /** Events that follow from what was asked last. */
  const follow = (draft: NewEvent) => tell({ ...draft, ...(asked && { cause: asked.seq }) })

  return {
    id,
    visitor,
    question: (): MessageId => {
      if (!asked) throw new Error('nothing was asked')
      return asked.message.id
    },
    says(text: string) {
      const message = { id: scriptedId('msg'), text }
      const event = tell({ type: 'message.created', author: visitor, ...command(), message })
      if (event.type === 'message.created') asked = event
    },
    answers(text: string, confidence: number, citations: Citation[] = [], unsureInARow = 0) {
      const messageId: MessageId = scriptedId('msg')
      const message = { id: messageId, text, answers: this.question(), citations, items: [] }
      const assessment = assess(confidence, unsureInARow)
      follow({ type: 'message.created', author: ASSISTANT, message })
      follow({ type: 'answer.assessed', author: SYSTEM, messageId, assessment })
      if (assessment.decision.action === 'offer')
        follow({ type: 'handoff.offered', author: ASSISTANT, reason: assessment.decision.reason })
    },
    /** Somebody asked for a person in words: no answer is made. */
    assessedUnanswered() {
      const { confidence: _, ...facts } = assess(0, 0).facts
      const assessment: Assessment = {
        answeredBy: 'nobody',
        threshold: 0.35,
        evidence: [],
        facts: { ...facts, asksForPerson: true },
        decision: { action: 'hand_off', reason: 'asked' },
      }
      follow({ type: 'answer.assessed', author: SYSTEM, messageId: this.question(), assessment })
    },
    /** By the button, or by an assistant that does not know on. */
    asksForPerson(reason: HandoffReason, around: PublicFace[]) {
      const { events } = shop.find(id)
      const messageCount = events.filter(
        (event) => event.type === 'message.created' && event.author.kind === 'visitor',
      ).length
      const passedOn = { messageCount, ...(asked && { question: asked.message.text }) }
      const request = {
        type: 'handoff.requested',
        reason,
        passedOn,
        teammatesAround: around,
      } as const
      if (reason === 'asked') tell({ ...request, author: visitor, ...command() })
      else follow({ ...request, author: ASSISTANT })
    },
    takenBy(face: PublicFace) {
      const author = teammateAuthor(face)
      tell({ type: 'conversation.taken_over', author, ...command(), teammate: face })
    },
    replies(face: PublicFace, text: string) {
      const message = { id: scriptedId('msg'), text }
      tell({ type: 'message.created', author: teammateAuthor(face), ...command(), message })
    },
    notes(face: PublicFace, text: string) {
      const note = { id: scriptedId('nte'), text }
      tell({ type: 'note.created', author: teammateAuthor(face), ...command(), note })
    },
    givesEmail(email: string) {
      tell({ type: 'visitor.email_given', author: visitor, ...command(), email })
    },
    passes(minutes: number) {
      at += minutes * MINUTE_MS
    },
  }
}

function assess(confidence: number, unsureInARow: number): Assessment {
  return {
    answeredBy: 'extractive',
    confidence,
    threshold: 0.35,
    evidence: [
      { passageId: scriptedId('psg'), title: 'Condition guide: B', score: 0.84 },
      { passageId: scriptedId('psg'), title: 'Barbour Beaufort, navy, 1989', score: 0.71 },
    ],
    facts: {
      asksForPerson: false,
      confidence,
      unsureInARow,
      exchanges: 1,
      offerDeclined: false,
      assistantFailed: false,
      assistantWantsPerson: false,
    },
    decision: decisionFor(unsureInARow),
  }
}

function decisionFor(unsureInARow: number): Assessment['decision'] {
  if (unsureInARow === 0) return { action: 'none' }
  return unsureInARow === 1
    ? { action: 'offer', reason: 'unsure' }
    : { action: 'hand_off', reason: 'unsure_again' }
}

export function cite(n: number, title: string, quote: string): Citation {
  return { n, passageId: scriptedId('psg'), title, quote }
}

export function createMarlow(): ScriptedShop {
  const shop = { id: 'marlow', name: 'Marlow', language: 'en' } as const
  return createScriptedShop({ teammate: MARTA, shop }, ITEMS)
}
