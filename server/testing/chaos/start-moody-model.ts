import { messageEvents } from '../anthropic-events.ts'
import {
  type AnthropicFixture,
  type FixtureBody,
  type FixtureReply,
  startAnthropicFixture,
} from '../anthropic-fixture.ts'
import { notesOf } from '../quoting-model.ts'
import type { Random } from './random.ts'

/** A model as bad as they get: overloaded, broken in mid-stream, silent after a few words, sometimes well. */
export async function startMoodyModel(random: Random): Promise<AnthropicFixture> {
  const model = await startAnthropicFixture()
  model.replyWith((body) => reply(body, random))
  return model
}

function reply(body: FixtureBody, random: Random): FixtureReply {
  const chance = random.below(100)
  if (chance < 20) return { status: 529, type: 'overloaded_error' }
  if (chance < 30) return { status: 429, type: 'rate_limit_error', headers: { 'retry-after': '0' } }
  const events = messageEvents([{ text: notesOf(body)[0]?.sentences[0] ?? 'I do not know.' }])
  const part = events.slice(0, -3)
  if (chance < 45) return { events: part, ending: 'cut' }
  return chance < 55 ? { events: part, ending: 'stall' } : { events }
}
