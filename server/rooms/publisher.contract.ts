import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RoomClaims } from '../../protocol/frames.ts'
import type { ConversationId } from '../../protocol/ids.ts'
import { postNote } from '../conversations/messages/post-note.ts'
import { startConversation } from '../conversations/messages/start-conversation.ts'
import type { FrameLog } from '../testing/frame-log.ts'
import { scriptedShop } from '../testing/test-shop.ts'
import type { PublishQueue } from './publish-queue.ts'
import { roomName } from './room-name.ts'
import { readPublishedSeq } from './store.ts'

type Shop = ReturnType<typeof scriptedShop>
type Listener = Pick<FrameLog, 'frames' | 'heard' | 'heardAll'>

export type PublisherUnderTest = {
  publisher: PublishQueue
  connect(claims: RoomClaims): Promise<Listener>
}

/** What every publisher does, wherever its rooms are. */
export function describePublisher(
  name: string,
  publisherFor: (shop: Shop) => Promise<PublisherUnderTest>,
): void {
  describe(name, () => {
    let shop: Shop
    let test: PublisherUnderTest
    beforeEach(async () => {
      shop = scriptedShop()
      test = await publisherFor(shop)
    })
    afterEach(() => test.publisher.stop())

    /** A conversation with a visitor who asked for a person, and who may listen to it. */
    function begin() {
      const visitor = { ...shop.visitor(), publish: test.publisher }
      const teammate = { ...shop.teammate('Ana'), publish: test.publisher }
      const { conversation } = startConversation(visitor, { clientId: 'first-act', handoff: true })
      const { id } = conversation
      const exp = Math.floor(Date.now() / 1000) + 60
      const room = roomName('demo', id)
      return {
        id,
        teammate,
        visitorClaims: {
          role: 'visitor',
          party: 'conversation',
          room,
          subject: visitor.actor.visitorId,
          exp,
        } satisfies RoomClaims,
        staffClaims: {
          role: 'staff',
          party: 'conversation',
          room,
          subject: 'session',
          teammate: teammate.actor.teammate,
          exp,
        } satisfies RoomClaims,
        note: (text: string) =>
          postNote(teammate, { conversationId: id, clientId: crypto.randomUUID(), text }),
      }
    }

    it('I3: brings what was committed to everybody in the order of the log', async () => {
      const { id, note, visitorClaims, staffClaims } = begin()
      const visitor = await test.connect(visitorClaims)
      const staff = await test.connect(staffClaims)
      for (let i = 0; i < 20; i++) note(`${i}`)
      await staff.heardAll(20)
      await published(id, 22)
      expect(seqsOf(staff).slice(-20)).toEqual(Array.from({ length: 20 }, (_, i) => i + 3))
      expect(visitor.frames.map((f) => f.type)).not.toContain('note.created')
    })

    it('I4: brings no note to the visitor', async () => {
      const { id, note, visitorClaims } = begin()
      const visitor = await test.connect(visitorClaims)
      note('between us')
      await published(id, 3)
      test.publisher.dropped(id, 'msg_0123456789abcdefghjkmnpqrs')
      await visitor.heard('dropped')
      expect(seqsOf(visitor)).not.toContain(3)
    })

    it('I2: sends nothing twice when it is told twice', async () => {
      const { id, note, staffClaims } = begin()
      await published(id, 2)
      const staff = await test.connect(staffClaims)
      note('once')
      test.publisher.committed(id)
      await published(id, 3)
      test.publisher.committed(id)
      test.publisher.republish()
      note('and again')
      await published(id, 4)
      await staff.heardAll(2)
      expect(seqsOf(staff)).toEqual([3, 4])
    })

    it('L5, I1: sends what was committed while it was not there', async () => {
      const shopWithoutPublisher = scriptedShop()
      const { conversation } = startConversation(shopWithoutPublisher.visitor(), {
        clientId: 'first-act',
        handoff: true,
      })
      const later = await publisherFor(shopWithoutPublisher)
      later.publisher.republish()
      await publishedIn(shopWithoutPublisher, conversation.id, 2)
      await later.publisher.stop()
    })

    it('tells the inbox where a conversation stands after each commit', async () => {
      const { id, note, staffClaims } = begin()
      const inbox = await test.connect({ ...staffClaims, party: 'inbox', room: 'demo' })
      note('for the list')
      await published(id, 3)
      await inbox.heard('summary')
      expect(inbox.frames.filter((f) => f.type === 'summary').at(-1)).toMatchObject({
        conversationId: id,
        lastSeq: 3,
        summary: { phase: { name: 'waiting' } },
      })
    })

    it('tells the inbox, and nobody else, that the assistant writes', async () => {
      const { id, visitorClaims, staffClaims } = begin()
      await published(id, 2)
      const inbox = await test.connect({ ...staffClaims, party: 'inbox', room: 'demo' })
      const visitor = await test.connect(visitorClaims)
      test.publisher.writing(id, true)
      expect(await inbox.heard('writing')).toEqual({
        type: 'writing',
        conversationId: id,
        on: true,
      })
      expect(visitor.frames).toEqual([])
    })

    it('joins streamed text, and sends it before the event that ends it', async () => {
      const { id, note, staffClaims } = begin()
      await published(id, 2)
      const staff = await test.connect(staffClaims)
      const words = ['Yes, ', 'it ', 'is ', 'wool.']
      let offset = 0
      for (const text of words) {
        test.publisher.delta(id, { ...DELTA, offset, text })
        offset += text.length
      }
      note('after the text')
      await staff.heard('event')
      const deltas = staff.frames.filter((f) => f.type === 'delta')
      expect(deltas.map((f) => f.text).join('')).toBe(words.join(''))
      expect(deltas.length).toBeLessThan(words.length)
      expect(staff.frames.at(-1)?.type).toBe('event')
    })

    it('takes waiting text back with its answer', async () => {
      const { id, staffClaims } = begin()
      await published(id, 2)
      const staff = await test.connect(staffClaims)
      test.publisher.delta(id, { ...DELTA, offset: 0, text: 'Perhaps' })
      test.publisher.dropped(id, DELTA.messageId)
      await staff.heard('dropped')
      expect(staff.frames).toEqual([{ type: 'dropped', messageId: DELTA.messageId }])
    })

    it('V28: kicks a subject out of the rooms that it got tokens for', async () => {
      const { visitorClaims, staffClaims } = begin()
      const inboxClaims = { ...staffClaims, party: 'inbox', room: 'demo' } as const
      const [visitor, staff, inbox] = await Promise.all(
        [visitorClaims, staffClaims, inboxClaims].map(test.connect),
      )
      test.publisher.rememberRoom('session', { party: 'conversation', id: staffClaims.room })
      test.publisher.rememberRoom('session', { party: 'inbox', id: 'demo' })
      test.publisher.kick('session')
      expect(await staff?.heard('bye')).toEqual({ type: 'bye', code: 'kicked' })
      expect(await inbox?.heard('bye')).toEqual({ type: 'bye', code: 'kicked' })
      expect(visitor?.frames.some((f) => f.type === 'bye')).toBe(false)
    })

    const published = (id: ConversationId, seq: number) => publishedIn(shop, id, seq)
  })
}

const DELTA = {
  type: 'delta',
  messageId: 'msg_0123456789abcdefghjkmnpqrs',
  answers: 'msg_0123456789abcdefghjkmnpqrt',
  version: 0,
} as const

function seqsOf(listener: Listener): unknown[] {
  return listener.frames.flatMap((frame) =>
    frame.type === 'event' ? [Reflect.get(Object(frame.event), 'seq')] : [],
  )
}

async function publishedIn(shop: Shop, id: ConversationId, seq: number): Promise<void> {
  await expect.poll(() => readPublishedSeq(shop.db, id), { timeout: 5000 }).toBe(seq)
}
