// Teammate to shopper, from the POST to the shopper's socket, beside a bare `ws` echo in the same run:
// `node bench/run.mjs bench/delivery.ts [--replies N]`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { WebSocket } from 'ws'
import { CommandReply, StaffReply } from '../protocol/api.ts'
import { makeChaosShops, signIn } from '../server/testing/chaos/make-chaos-shops.ts'
import { connectRoom } from '../server/testing/room-client.ts'
import { startServer } from '../server/testing/start-server.ts'
import { makeVisitorToken } from '../server/visitors/make-visitor-token.ts'
import { callShop } from './latency/call-shop.ts'
import { latencyRow, percentilesOf } from './latency/percentiles.ts'

const WARM_UP = 30
/** About what a short reply's frame weighs. */
const ECHO_BYTES = 500

const { values } = parseArgs({ options: { replies: { type: 'string', default: '500' } } })
const dataDir = mkdtempSync(join(tmpdir(), 'counterbell-delivery-'))
const [invited] = await makeChaosShops(dataDir)
const server = await startServer({ DATA_DIR: dataDir })
if ('code' in server || !invited) throw new Error('the server did not start')
const url = `${server.url}/v1/shops/${invited.shop}`

const visitor = { authorization: `Bearer ${makeVisitorToken()}` }
const first = await callShop(`${url}/conversations`, visitor, {
  clientId: 'first-act-1',
  handoff: true,
})
const { conversation, room } = v.parse(CommandReply, await first.json())
const shopper = await connectRoom(
  `ws://${room.host}/parties/${room.party}/${room.id}?token=${room.token}`,
)
const staff = { cookie: await signIn(server.url, invited), origin: server.url }
const thread = `${url}/inbox/conversations/${conversation.id}`
const taken = await callShop(`${thread}/takeover`, staff, { clientId: 'takeover-1', version: 1 })
const { version } = v.parse(StaffReply, await taken.json()).conversation

const echo = await connectEcho()
const delivered: number[] = []
const acknowledged: number[] = []
const echoed: number[] = []
for (let n = -WARM_UP; n < Number(values.replies); n++) {
  const echoMs = await echo.roundTrip()
  const { deliveredMs, acknowledgedMs } = await deliver(n)
  if (n < 0) continue
  echoed.push(echoMs)
  delivered.push(deliveredMs)
  acknowledged.push(acknowledgedMs)
}
echo.close()
shopper.socket.terminate()
await server.end('SIGTERM')
rmSync(dataDir, { recursive: true })

const floor = percentilesOf(echoed)
console.log('aim: p50 5, p99 20 ms, 4 times the floor')
console.table({
  'bare ws echo (floor)': latencyRow(echoed, floor),
  'reply acknowledged': latencyRow(acknowledged, floor),
  'reply on the shopper’s socket': latencyRow(delivered, floor),
})

async function deliver(n: number) {
  const clientId = `reply-${n + 1000}`
  const sentAt = performance.now()
  const arrived = new Promise<number>((resolve) => {
    const look = (data: unknown) => {
      if (!String(data).includes(clientId)) return
      shopper.socket.off('message', look)
      resolve(performance.now() - sentAt)
    }
    shopper.socket.on('message', look)
  })
  const reply = await callShop(`${thread}/replies`, staff, {
    clientId,
    version,
    text: `Reply ${n}: the sleeves are 61 cm, measured from the shoulder seam.`,
  })
  await reply.text()
  const acknowledgedMs = performance.now() - sentAt
  // The room takes what a reader owes for a reader that has stopped: speak now and then.
  if (n % 20 === 0) shopper.send({ type: 'ping' })
  return { acknowledgedMs, deliveredMs: await arrived }
}

async function connectEcho() {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('latency/echo-server.mjs', import.meta.url))],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [port] = await once(child.stdout, 'data')
  const socket = new WebSocket(`ws://127.0.0.1:${String(port).trim()}`)
  await once(socket, 'open')
  const message = 'x'.repeat(ECHO_BYTES)
  return {
    roundTrip: () =>
      new Promise<number>((resolve) => {
        const sentAt = performance.now()
        socket.once('message', () => resolve(performance.now() - sentAt))
        socket.send(message)
      }),
    close() {
      socket.terminate()
      child.kill()
    },
  }
}
