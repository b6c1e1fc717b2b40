import * as v from 'valibot'
import { expect, onTestFinished, test } from 'vitest'
import { CommandReply, EventsReply } from '../../../protocol/api.ts'
import type { StreamFrame } from '../../../protocol/frames.ts'
import { readStreamFrames } from '../../testing/chaos/clients/read-stream-frames.ts'
import { scriptedAnswerer } from '../../testing/scripted-answerer.ts'
import { signInTeammate } from '../../testing/sign-in-teammate.ts'
import { testPlatform } from '../../testing/test-platform.ts'

const TOKEN = `vt_${'a'.repeat(42)}A`
const PAGE = 'http://127.0.0.1:8788'

function shopOverHttp() {
  const answerer = scriptedAnswerer()
  const test = testPlatform({ answerer })
  onTestFinished(test.close)
  test.addShop('demo', { name: 'Marlow', origins: [PAGE] })
  const send = (path: string, body: object, headers: Record<string, string> = {}) =>
    test.app.request(`http://chat.example/v1/shops/demo${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, origin: PAGE, ...headers },
      body: JSON.stringify(body),
    })
  return {
    test,
    answerer,
    send,
    stream: (path: string, body: object) => send(path, body, { accept: 'text/event-stream' }),
    get: (path: string) =>
      test.app.request(`http://chat.example/v1/shops/demo${path}`, {
        headers: { authorization: `Bearer ${TOKEN}` },
      }),
  }
}

/** Reads frames one by one, as they come. */
function framesOf(response: Response) {
  const frames = readStreamFrames(response)
  return async (): Promise<StreamFrame | undefined> => (await frames.next()).value ?? undefined
}

const first = { clientId: 'first-act-1', text: 'Any damage?' }

test('A9: a stream is open, the command’s events, deltas, the answer, done', async () => {
  const { stream, answerer } = shopOverHttp()
  const next = framesOf(await stream('/conversations', first))
  expect(await next()).toMatchObject({ type: 'open', room: { party: 'conversation' } })
  expect(await next()).toMatchObject({ event: { type: 'conversation.started', seq: 1, cause: 2 } })
  expect(await next()).toMatchObject({ event: { type: 'message.created', seq: 2 } })
  const turn = await answerer.next()
  turn.delta('One small mend.')
  expect(await next()).toMatchObject({ type: 'delta', offset: 0, text: 'One small mend.' })
  turn.finish()
  expect(await next()).toMatchObject({ event: { message: { text: 'One small mend.' } } })
  expect(await next()).toMatchObject({ type: 'done', conversation: { lastSeq: 3 } })
  expect(await next()).toBeUndefined()
})

test('A9: a repeat in mid-answer gets the running text as one delta at offset 0, then the rest', async () => {
  const { stream, answerer } = shopOverHttp()
  const one = framesOf(await stream('/conversations', first))
  const turn = await answerer.next()
  turn.delta('One small ')
  const two = framesOf(await stream('/conversations', first))
  const types: string[] = []
  let frame = await two()
  while (frame && frame.type !== 'delta') {
    types.push(frame.type)
    frame = await two()
  }
  expect(types).toEqual(['open', 'event', 'event'])
  expect(frame).toMatchObject({ offset: 0, text: 'One small ' })
  turn.delta('mend.')
  expect(await two()).toMatchObject({ type: 'delta', offset: 10, text: 'mend.' })
  turn.finish()
  for (const next of [one, two]) {
    let last: StreamFrame | undefined
    for (let f = await next(); f; f = await next()) last = f
    expect(last?.type).toBe('done')
  }
})

test('A5: a takeover in mid-answer reaches the stream as cut text and the takeover, then done', async () => {
  const { stream, answerer, test } = shopOverHttp()
  const marta = await signInTeammate(test, 'demo')
  const next = framesOf(await stream('/conversations', first))
  const open = await next()
  if (open?.type !== 'open') throw new Error('the stream did not open')
  const turn = await answerer.next()
  turn.delta('One small me')
  const taken = await test.app.request(
    `http://chat.example/v1/shops/demo/inbox/conversations/${open.conversation.id}/takeover`,
    {
      method: 'POST',
      headers: marta.headers,
      body: JSON.stringify({ clientId: 'takeover-01', version: 0 }),
    },
  )
  expect(taken.status).toBe(200)
  const rest: StreamFrame[] = []
  for (let f = await next(); f; f = await next()) rest.push(f)
  expect(rest.slice(2)).toMatchObject([
    { type: 'delta' },
    { event: { message: { text: 'One small me', cut: true } } },
    { event: { type: 'conversation.taken_over', teammate: { name: 'Marta' } } },
    { type: 'done', conversation: { phase: { name: 'teammate' } } },
  ])
})

test('A8: when the visitor leaves, the answer is finished and stored', async () => {
  const { stream, answerer, get, test } = shopOverHttp()
  const frames = readStreamFrames(await stream('/conversations', first))
  const { value: open } = await frames.next()
  if (open?.type !== 'open') throw new Error('the stream did not open')
  const { id } = open.conversation
  const turn = await answerer.next()
  turn.delta('One ')
  await frames.return(undefined)
  turn.delta('mend.')
  turn.finish()
  await test.platform.shops.find('demo')?.live.idle()
  const thread = v.parse(EventsReply, await (await get(`/conversations/${id}/events`)).json())
  expect(thread.events.at(-1)).toMatchObject({ message: { text: 'One mend.' } })
  expect(thread.live).toBeNull()
})

test('a reload in mid-answer finds the text so far in `live`', async () => {
  const { stream, answerer, get } = shopOverHttp()
  const open = await framesOf(await stream('/conversations', first))()
  if (open?.type !== 'open') throw new Error('the stream did not open')
  const turn = await answerer.next()
  turn.delta('One small ')
  const reply = await get(`/conversations/${open.conversation.id}/events?after=2`)
  expect(reply.headers.get('cache-control')).toContain('no-store')
  const thread = v.parse(EventsReply, await reply.json())
  expect(thread).toMatchObject({ events: [], more: false, live: { text: 'One small ' } })
  turn.finish()
})

test('as JSON the reply comes once the answer is stored, with all that the visitor may see of it', async () => {
  const { send, answerer } = shopOverHttp()
  const sending = send('/conversations', first)
  ;(await answerer.next()).finish({ text: 'I do not have that.', confidence: 0.1 })
  const reply = v.parse(CommandReply, await (await sending).json())
  expect(reply.events.map(({ type }) => type)).toEqual([
    'conversation.started',
    'message.created',
    'message.created',
    'handoff.offered',
  ])
  expect(reply.conversation).toMatchObject({ offer: { reason: 'unsure' }, lastSeq: 5 })
})

test('without a Bearer the server makes a token and returns it', async () => {
  const { test, answerer } = shopOverHttp()
  const sending = test.app.request('http://chat.example/v1/shops/demo/conversations', {
    method: 'POST',
    body: JSON.stringify(first),
  })
  ;(await answerer.next()).finish({ text: 'Hello.' })
  const reply = v.parse(CommandReply, await (await sending).json())
  expect(reply.visitorToken).toMatch(/^vt_/)
})

test('M3: of a page the URL loses query and hash', async () => {
  const { send, answerer } = shopOverHttp()
  const page = { url: `${PAGE}/items/1?utm=x&session=secret#top`, title: 'One' }
  const sending = send('/conversations', { ...first, page })
  ;(await answerer.next()).finish({ text: 'Hello.' })
  const reply = v.parse(CommandReply, await (await sending).json())
  expect(JSON.stringify(reply)).not.toContain('secret')
  expect(reply.conversation.page?.url).toBe(`${PAGE}/items/1`)
})
