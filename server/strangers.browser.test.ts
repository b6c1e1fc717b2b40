import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShopper } from '../examples/vintage-shop/story/shopper.ts'
import { enterRunningShop, type RunningShopEntered } from './testing/enter-running-shop.ts'
import { launchBrowser } from './testing/launch-browser.ts'
import {
  removeDataFolder,
  type StartedCounterbell,
  startCounterbell,
} from './testing/start-counterbell.ts'

let counterbell: StartedCounterbell
let serverUrl: string
let entered: RunningShopEntered
let browser: Browser
let evil: Server
let evilPort: number

beforeAll(async () => {
  counterbell = await startCounterbell()
  serverUrl = new URL(counterbell.inboxUrl).origin
  const where = { url: serverUrl, dataDir: counterbell.dataDir }
  entered = await enterRunningShop(where, { shop: 'demo', text: 'Is it wool?', name: 'Marta' })
  browser = await launchBrowser()
  evil = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Win a coat</h1>')
  }).listen(0)
  await once(evil, 'listening')
  const address = evil.address()
  evilPort = address && typeof address === 'object' ? address.port : 0
}, 120_000)

afterAll(async () => {
  await browser.close()
  evil.close()
  await counterbell.stop()
  removeDataFolder(counterbell.dataDir)
})

/** A browser in which a teammate is signed in to the inbox. */
async function signedIn(): Promise<BrowserContext> {
  const context = await browser.newContext()
  const [name = '', value = ''] = String(entered.staff.cookie).split('=')
  await context.addCookies([{ name, value, url: serverUrl, httpOnly: true, sameSite: 'Lax' }])
  return context
}

/** Another port of our own host is of the same site, so that cookies go along; the other is cross-site. */
const PLACES = { 'a page of the same site': '127.0.0.1', 'a page of another site': 'localhost' }

describe.each(Object.entries(PLACES))('%s, opened by a signed-in teammate', (_, host) => {
  let context: BrowserContext
  let page: Page
  beforeAll(async () => {
    context = await signedIn()
    page = await context.newPage()
    await page.goto(`http://${host}:${evilPort}/`)
  })
  afterAll(() => context.close())

  it('V11: frames neither the inbox nor anything of the API', async () => {
    for (const path of ['/inbox/demo', '/v1/shops/demo/session', '/healthz', '/v1/nothing']) {
      await page.evaluate((url) => {
        const frame = document.createElement('iframe')
        frame.src = url
        document.body.append(frame)
        return new Promise((resolve) => frame.addEventListener('load', resolve))
      }, serverUrl + path)
    }
    const framed = () => page.frames().filter((frame) => frame !== page.mainFrame())
    const refused = Array(4).fill('chrome-error://chromewebdata/')
    await expect.poll(() => framed().map((frame) => frame.url())).toEqual(refused)
  })

  it('V34: changes nothing in the teammate’s name, by form or script, whatever it sends', async () => {
    const before = await staffLog()
    await page.evaluate(forge, [`${serverUrl}/v1/shops/demo`, entered.conversationId] as const)
    expect(await staffLog()).toEqual(before)
    const session = await entered.call('GET', '/session', entered.staff)
    expect(session.status).toBe(200)
  })

  it('V29: reads nothing, and gets no socket', async () => {
    const got = await page.evaluate(
      async ([server, id]) => {
        const read = (path: string) =>
          fetch(`${server}/v1/shops/demo${path}`, { credentials: 'include' })
            .then((reply) => reply.text())
            .catch(() => 'nothing')
        const listen = (path: string) =>
          new Promise<string>((resolve) => {
            const socket = new WebSocket(server.replace('http', 'ws') + path)
            socket.onopen = () => resolve('a socket')
            socket.onerror = () => resolve('nothing')
          })
        return Promise.all([
          read('/session'),
          read('/inbox/conversations?view=all'),
          read(`/inbox/conversations/${id}/events?after=0`),
          read(`/conversations/${id}/events?after=0`),
          listen('/parties/inbox/demo'),
          listen(`/parties/conversation/demo.${id}?token=x`),
        ])
      },
      [serverUrl, entered.conversationId] as const,
    )
    expect(got).toEqual(Array(6).fill('nothing'))
  })
})

async function staffLog(): Promise<unknown> {
  const path = `/inbox/conversations/${entered.conversationId}/events?after=0`
  const { events, conversation } = await (await entered.call('GET', path, entered.staff)).json()
  return { events, conversation }
}

/** What a hostile page can send to another origin. Runs in it. */
async function forge([api, id]: readonly [string, string]): Promise<void> {
  const inbox = `${api}/inbox/conversations/${id}`
  const body = JSON.stringify({ clientId: 'forged-command', version: 0, text: 'Forged', seq: 1 })
  const verbs = ['takeover', 'notes', 'replies', 'resolve', 'hand-back', 'read']
  const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']
  for (const url of [...verbs.map((verb) => `${inbox}/${verb}`), `${api}/session`]) {
    for (const type of types) {
      const headers = { 'content-type': type }
      const init = { method: 'POST', mode: 'no-cors', credentials: 'include' } as const
      await fetch(url, { ...init, headers, body }).catch(() => {})
    }
    navigator.sendBeacon(url, body)
    const form = document.createElement('form')
    const target = document.createElement('iframe')
    target.name = `target-${url}`
    form.action = url
    form.method = 'post'
    form.enctype = 'text/plain'
    form.target = target.name
    const field = document.createElement('input')
    // As text/plain this is sound JSON, with the equals sign in a string.
    field.name = `${body.slice(0, -1)},"x":"`
    field.value = '"}'
    form.append(field)
    document.body.append(form, target)
    const sent = new Promise((resolve) => target.addEventListener('load', resolve))
    form.submit()
    await sent
  }
  await fetch(`${api}/session`, { method: 'DELETE', credentials: 'include' }).catch(() => {})
}

it('V22: whoever uses the browser next sees nothing of the one before, once it was reset', async () => {
  const { page, visit, open, ask, sees, close, threadText } = await newShopper(
    browser,
    counterbell.shopUrl,
  )
  const words = 'my own secret question'
  await visit('/')
  await open()
  await ask(words)
  await sees(words)
  await page.waitForFunction(() => localStorage.getItem('cb:demo:conversation'))
  const token = await page.evaluate(() => localStorage.getItem('cb:demo:token'))
  await page.evaluate(() => window.Counterbell?.('reset'))
  await page.waitForFunction(() => localStorage.length === 0)

  const heard: string[] = []
  const sent: string[] = []
  page.on('request', (request) => sent.push(JSON.stringify(request.headers()) + request.url()))
  page.on('response', async (reply) => heard.push(await reply.text().catch(() => '')))
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => heard.push(String(payload))),
  )
  await ask('Another question of somebody else')
  await sees('Another question of somebody else')
  expect(await threadText()).not.toContain(words)
  await visit('/about')
  await page.goBack()
  await open()
  await sees('Another question of somebody else')
  expect(await threadText()).not.toContain(words)
  expect(heard.join('\n')).not.toContain(words)
  expect(sent.join('\n')).not.toContain(token)
  await close()
})
