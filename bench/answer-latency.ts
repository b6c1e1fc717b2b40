// Message to first byte, first word and committed answer (extractive), beside one plain FTS5 query and one
// synced commit in the same run: `node bench/run.mjs bench/answer-latency.ts [--questions N]`.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { CommandReply } from '../protocol/api.ts'
import { ingestFile } from '../server/content/ingest-file.ts'
import { newId } from '../server/core/new-id.ts'
import { createShopFile } from '../server/node/shop-files.ts'
import { writeSettings } from '../server/shops/write-settings.ts'
import { createRandom } from '../server/testing/chaos/random.ts'
import { startServer } from '../server/testing/start-server.ts'
import { makeVisitorToken } from '../server/visitors/make-visitor-token.ts'
import { callShop, type TimedFrame, timeFrames } from './latency/call-shop.ts'
import { openFloor } from './latency/floor.ts'
import { type Content, makeContent } from './latency/make-content.ts'
import { latencyRow, percentilesOf } from './latency/percentiles.ts'

const SIZES = [100, 10_000]
const WARM_UP = 20

const { values } = parseArgs({ options: { questions: { type: 'string', default: '200' } } })
const questions = Number(values.questions)
console.log('aim: committed after p50 8, p99 25 ms, 4 times the floor')
for (const passages of SIZES) await measure(passages)

async function measure(passages: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'counterbell-latency-'))
  const random = createRandom(1)
  const content = makeContent(passages, random)
  await makeShop(folder, content)
  const server = await startServer({ DATA_DIR: folder })
  if ('code' in server) throw new Error(server.complaint)
  const floor = openFloor(folder, content)
  const times = {
    query: [] as number[],
    commit: [] as number[],
    firstByte: [] as number[],
    firstWord: [] as number[],
    committed: [] as number[],
  }
  for (let n = -WARM_UP; n < questions; n++) {
    const question = random.pick(content.questions) ?? ''
    const queryMs = floor.query(question)
    const commitMs = floor.commit()
    const frames = await ask(
      `${server.url}/v1/shops/bench`,
      question,
      random.pick(content.questions),
    )
    if (n < 0) continue
    times.query.push(queryMs)
    times.commit.push(commitMs)
    times.firstByte.push(firstOf(frames, ({ frame }) => frame.type === 'open'))
    times.firstWord.push(firstOf(frames, ({ frame }) => frame.type === 'delta'))
    times.committed.push(firstOf(frames, isAnswer))
  }
  floor.close()
  await server.end('SIGTERM')
  rmSync(folder, { recursive: true })

  const both = times.query.map((queryMs, n) => queryMs + (times.commit[n] ?? 0))
  const beside = percentilesOf(both)
  console.log(`\n${passages} passages, ${questions} questions`)
  console.table({
    'plain FTS5 query': latencyRow(times.query, beside),
    'one FULL commit': latencyRow(times.commit, beside),
    'both (floor)': latencyRow(both, beside),
    'first streamed byte': latencyRow(times.firstByte, beside),
    'first word': latencyRow(times.firstWord, beside),
    'answer committed': latencyRow(times.committed, beside),
  })
}

/** The second message of a fresh conversation: nobody is offered a person yet, and the visitor is known. */
async function ask(url: string, question: string, first = question): Promise<TimedFrame[]> {
  const headers = { authorization: `Bearer ${makeVisitorToken()}` }
  const begun = await callShop(`${url}/conversations`, headers, {
    clientId: 'first-act-1',
    text: first,
  })
  const { id } = v.parse(CommandReply, await begun.json()).conversation
  const message = { clientId: 'message-001', text: question }
  return timeFrames(`${url}/conversations/${id}/messages`, headers, message)
}

function isAnswer({ frame }: TimedFrame): boolean {
  return (
    frame.type === 'event' &&
    frame.event.type === 'message.created' &&
    'answers' in frame.event.message
  )
}

function firstOf(frames: TimedFrame[], is: (timed: TimedFrame) => boolean): number {
  return frames.find(is)?.afterMs ?? Number.NaN
}

async function makeShop(folder: string, { files }: Content): Promise<void> {
  await createShopFile(folder, 'bench', (db) => {
    writeSettings(db, { rates: { messagesPerMinuteVisitor: 100_000 } })
    for (const { name, text } of files) {
      const bytes = new TextEncoder().encode(text)
      ingestFile({ db, now: Date.now, newId }, { name, bytes })
    }
  })
}
