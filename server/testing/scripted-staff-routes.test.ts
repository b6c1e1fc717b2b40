import { expect, onTestFinished, test } from 'vitest'
import { createMarlow, IVO, tellConversation } from '../../inbox/testing/marlow.ts'
import { SCRIPTED } from '../../inbox/testing/scripted-api.ts'
import { startScriptedServer } from '../../inbox/testing/scripted-server.ts'
import type { ConversationId } from '../../protocol/ids.ts'
import { makeVisitorToken } from '../visitors/make-visitor-token.ts'
import { readStreamFrames } from './chaos/clients/read-stream-frames.ts'
import { listeningShop } from './listening-shop.ts'
import { STAFF_STORIES, type StaffWorld } from './staff-stories.ts'
import { type StoryAnswer, storyAnswerer } from './story-answerer.ts'
import { startTranscript } from './transcript.ts'

test.each(STAFF_STORIES)(
  'the inbox’s scripted server and the real one alike: %s',
  async (_, story) => {
    const [real, scripted] = await Promise.all([realWorld(), scriptedWorld()])
    await Promise.all([story(real), story(scripted)])
    expect(scripted.lines()).toEqual(real.lines())
  },
)

async function scriptedWorld(): Promise<StaffWorld> {
  const shop = createMarlow()
  const server = await startScriptedServer(shop, '')
  onTestFinished(server.close)
  const told = new Map<ConversationId, ReturnType<typeof tellConversation>>()
  let agoMinutes = 60
  return {
    ...startTranscript(`${server.origin}/v1/shops/marlow`),
    own: { origin: server.origin },
    ...SCRIPTED,
    enter: async () => ({ origin: server.origin, cookie: 'cb=in' }),
    async tell(as) {
      const conversation = tellConversation(shop, { agoMinutes: agoMinutes-- })
      told.set(conversation.id, conversation)
      conversation.says('Is it lined?')
      if (as === 'being answered') {
        server.rooms.stream(conversation.id, conversation.question(), ['There is '])
        return conversation.id
      }
      conversation.answers('Yes, it is.', 0.9)
      if (as === 'waiting') conversation.asksForPerson('asked', [])
      if (as === 'held by Ivo') conversation.takenBy(IVO)
      return conversation.id
    },
    async write(id) {
      told.get(id)?.passes(50)
      told.get(id)?.says('Hello?')
    },
  }
}

async function realWorld(): Promise<StaffWorld> {
  const answers: StoryAnswer[] = []
  const { answerer, release } = storyAnswerer(answers)
  const shop = await listeningShop('marlow', answerer)
  onTestFinished(async () => {
    release()
    await shop.close()
  })
  const visitors = new Map<ConversationId, Visitor>()
  const ivo = await shop.enter('Ivo')
  return {
    ...startTranscript(shop.base),
    own: shop.own,
    ...SCRIPTED,
    linkToken: await shop.newLink(SCRIPTED.email),
    enter: () => shop.enter('Marta', SCRIPTED.password),
    async tell(as) {
      shop.clock.nowAt += 60_000
      const isHeld = as === 'being answered'
      answers.push(isHeld ? { text: 'There is none.', holdAfter: 2 } : { text: 'Yes, it is.' })
      const visitor = visitorOf(shop.base)
      const id = await visitor.begin('Is it lined?')
      visitors.set(id, visitor)
      if (as === 'waiting') await visitor.post(`/${id}/handoff`)
      if (as === 'held by Ivo') await shop.command(ivo, id, 'takeover')
      return id
    },
    async write(id) {
      shop.clock.nowAt += 60_000
      await visitors.get(id)?.post(`/${id}/messages`, { text: 'Hello?' })
    },
  }
}

type Visitor = ReturnType<typeof visitorOf>

function visitorOf(base: string) {
  const authorization = `Bearer ${makeVisitorToken()}`
  const post = (path: string, more: object = {}, accept = 'application/json') =>
    fetch(`${base}/conversations${path}`, {
      method: 'POST',
      headers: { authorization, accept },
      body: JSON.stringify({ clientId: crypto.randomUUID(), ...more }),
    })
  return {
    post,
    /** Waits for the whole answer, or for the first words of one that is held back. */
    async begin(text: string): Promise<ConversationId> {
      let id: ConversationId | undefined
      for await (const frame of readStreamFrames(await post('', { text }, 'text/event-stream'))) {
        if (frame.type === 'open') id = frame.conversation.id
        if (frame.type === 'delta' && frame.text === 'is ') break
      }
      if (!id) throw new Error('nothing was begun')
      return id
    },
  }
}
