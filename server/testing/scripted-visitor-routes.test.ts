import { expect, onTestFinished, test } from 'vitest'
import { handBack, reply, resolveIt, takeOver } from '../../widget/testing/open-shop.ts'
import { startScriptedShop } from '../../widget/testing/scripted-shop.ts'
import { conversations } from '../db/schema.ts'
import { listeningShop } from './listening-shop.ts'
import { MARLOW, MARTA } from './marlow.ts'
import { type StoryAnswer, storyAnswerer } from './story-answerer.ts'
import { startTranscript } from './transcript.ts'
import { VISITOR_STORIES, type VisitorWorld } from './visitor-stories.ts'

test.each(VISITOR_STORIES)(
  'the widget’s scripted server and the real one alike: %s',
  async (_, story) => {
    const [real, scripted] = await Promise.all([realWorld(), scriptedWorld()])
    await Promise.all([story(real), story(scripted)])
    expect(scripted.lines()).toEqual(real.lines())
  },
)

async function scriptedWorld(): Promise<VisitorWorld> {
  const shop = await startScriptedShop(MARLOW)
  onTestFinished(shop.close)
  const does = { takeOver, handBack, resolve: resolveIt, reply: () => reply(shop, 'I am here.') }
  return {
    ...startTranscript(`${shop.origin}/v1/shops/demo`),
    answers: shop.answers,
    release: shop.release,
    comeAround: async () => void shop.around.push(MARTA),
    teammate: async (verb) => does[verb](shop),
  }
}

const VERBS = { takeOver: 'takeover', handBack: 'hand-back', resolve: 'resolve', reply: 'replies' }

async function realWorld(): Promise<VisitorWorld> {
  const answers: StoryAnswer[] = []
  const { answerer, release } = storyAnswerer(answers)
  const shop = await listeningShop('demo', answerer)
  onTestFinished(shop.close)
  const marta = await shop.enter('Marta')
  return {
    ...startTranscript(shop.base),
    answers,
    release,
    async comeAround() {
      await fetch(`${shop.base}/inbox/conversations?view=all`, { headers: marta })
    },
    async teammate(does) {
      const row = shop.db.select().from(conversations).get()
      if (!row) throw new Error('nothing was begun')
      const more = does === 'reply' ? { text: 'I am here.' } : {}
      await shop.command(marta, row.id, VERBS[does], more)
    },
  }
}
