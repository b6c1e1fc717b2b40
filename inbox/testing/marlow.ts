import type { SessionReply } from '../../protocol/api.ts'
import type { Assessment } from '../../protocol/assessments.ts'
import type { Author, PublicFace } from '../../protocol/authors.ts'
import type { HandoffReason } from '../../protocol/handoffs.ts'
import type { ConversationId, MessageId } from '../../protocol/ids.ts'
import type { Item } from '../../protocol/items.ts'
import type { Language } from '../../protocol/language.ts'
import type { Citation } from '../../protocol/messages.ts'
import { scriptedId } from './scripted-id.ts'
import { createScriptedShop, type ScriptedShop, teammateAuthor } from './scripted-shop.ts'

const MINUTE_MS = 60_000
const assistant: Author = { kind: 'assistant', id: 'assistant' }
const system: Author = { kind: 'system', id: 'system' }

export const MARTA: SessionReply['teammate'] = {
  id: scriptedId('tmt'),
  name: 'Marta',
  initials: 'M',
  email: 'marta@marlow.shop',
  role: 'teammate',
}
export const IVO: PublicFace = { id: scriptedId('tmt'), name: 'Ivo', initials: 'I' }

function picture(colour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" fill="#E3DED3"/><path d="M34 20 20 27l-7 57h70l-7-57-14-7-14 8z" fill="${colour}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

const JACKET: Item = {
  code: 'MRL-0412',
  title: 'Barbour Beaufort, navy, 1989',
  status: 'available',
  price: 165,
  currency: 'GBP',
  image: picture('#2C3644'),
  url: 'https://marlow.example/items/MRL-0412',
  conditionGrade: 'B',
  attributes: [
    { name: 'measurements', value: 'pit to pit 58 cm; length 78 cm; sleeve 63 cm; shoulder 49 cm' },
    { name: 'fabric', value: 'Waxed cotton, corduroy collar' },
    { name: 'condition_notes', value: 'Wax worn at both cuffs and the hem. Ring pull replaced.' },
    { name: 'lining', value: '' },
  ],
}
const ITEMS: Item[] = [
  JACKET,
  item('MRL-0388', 'Thonet no. 14', 'available', 240, '#5B3320'),
  item('MRL-0377', 'Welsh tapestry blanket', 'held', 120, '#8F3831'),
  item('MRL-0345', 'Burberry trench, 40R', 'available', 180, '#BFA076'),
  item('MRL-0365', 'Anglepoise 1227', 'available', 185, '#A39676'),
  item('MRL-0370', 'Levi’s 70505', 'sold', 95, '#4F6F94'),
]

function item(code: string, title: string, status: Item['status'], price: number, colour: string) {
  const image = picture(colour)
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
  let question: MessageId = scriptedId('msg')
  const later = () => (at += 1000)

  return {
    id,
    visitor,
    question: () => question,
    says(text: string) {
      question = scriptedId('msg')
      shop.append(
        id,
        { type: 'message.created', author: visitor, message: { id: question, text } },
        later(),
      )
    },
    answers(text: string, confidence: number, citations: Citation[] = [], unsureInARow = 0) {
      const messageId: MessageId = scriptedId('msg')
      const message = { id: messageId, text, answers: question, citations, items: [] }
      shop.append(id, { type: 'message.created', author: assistant, message }, later())
      const assessment = assess(confidence, unsureInARow)
      shop.append(id, { type: 'answer.assessed', author: system, messageId, assessment }, later())
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
      shop.append(
        id,
        { type: 'answer.assessed', author: system, messageId: question, assessment },
        later(),
      )
    },
    asksForPerson(reason: HandoffReason, around: PublicFace[]) {
      const passedOn = { messageCount: 3, question: lastSaid(shop, id) }
      shop.append(
        id,
        { type: 'handoff.requested', author: visitor, reason, passedOn, teammatesAround: around },
        later(),
      )
    },
    takenBy(face: PublicFace) {
      const author = teammateAuthor(face)
      shop.append(id, { type: 'conversation.taken_over', author, teammate: face }, later())
    },
    replies(face: PublicFace, text: string) {
      const message = { id: scriptedId('msg'), text }
      shop.append(id, { type: 'message.created', author: teammateAuthor(face), message }, later())
    },
    notes(face: PublicFace, text: string) {
      const note = { id: scriptedId('nte'), text }
      shop.append(id, { type: 'note.created', author: teammateAuthor(face), note }, later())
    },
    givesEmail(email: string) {
      shop.append(id, { type: 'visitor.email_given', author: visitor, email }, later())
    },
    passes(minutes: number) {
      at += minutes * MINUTE_MS
    },
  }
}

function lastSaid(shop: ScriptedShop, id: ConversationId): string {
  const said = shop
    .find(id)
    .events.findLast((event) => event.type === 'message.created' && event.author.kind === 'visitor')
  return said?.type === 'message.created' ? said.message.text : ''
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
    decision: unsureInARow > 0 ? { action: 'offer', reason: 'unsure' } : { action: 'none' },
  }
}

export function cite(n: number, title: string, quote: string): Citation {
  return { n, passageId: scriptedId('psg'), title, quote }
}

export function createMarlow(): ScriptedShop {
  const shop = { id: 'marlow', name: 'Marlow', language: 'en' } as const
  return createScriptedShop({ teammate: MARTA, shop }, ITEMS)
}
