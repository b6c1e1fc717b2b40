import type { Browser, Page } from 'playwright-core'
import type { ConversationEvent } from '../../../protocol/events.ts'
import type { ConversationId } from '../../../protocol/ids.ts'
import { newShopper, type Shopper } from '../story/shopper.ts'
import { newTeammate, type Teammate } from '../story/teammate.ts'
import { type Watch, watchPages } from './watch-page.ts'

/** A shopper's panel and a teammate's inbox at one conversation, both watched, and their own way past the screens. */
export type BothEnds = {
  shopper: Shopper
  teammate: Teammate
  /** Begins a conversation in the panel and opens it in the inbox. */
  begin(): Promise<void>
  /** Leaves both pages. */
  leave(): Promise<void>
  /** Loads both pages anew, at the same conversation from its first line on. */
  reopen(): Promise<void>
  /** As the panel sends it, with the shopper's token; `path` is below the conversation. */
  visitorPosts(path: string, body: object): Promise<Reply>
  /** As the inbox sends it, with the teammate's session. */
  staffPosts(path: string, body: object): Promise<Reply>
  /** All that the team may see, as the server has it. */
  log(): Promise<ConversationEvent[]>
  /** What the panel's and the inbox's pages were brought to do since they were loaded. */
  mishaps(): Promise<string[]>
}
type Reply = { status: number; body: { conversation?: { version: number } } }
type Places = { shopUrl: string; inboxUrl: string }
type Begun = { id: ConversationId; token: string }

/** `name` is what the teammate is called. */
export async function openBothEnds(
  browsers: readonly [Browser, Browser],
  { shopUrl, inboxUrl, name }: Places & { name: string },
): Promise<BothEnds> {
  const serverUrl = new URL(inboxUrl).origin
  const shopper = await newShopper(browsers[0], shopUrl)
  const teammate = await newTeammate(browsers[1])
  const origins = [new URL(shopUrl).origin, serverUrl]
  const shopWatch = await watchPages(shopper.page.context(), origins)
  const inboxWatch = await watchPages(teammate.page.context(), origins)
  await teammate.comeIn(inboxUrl, name, 'a long enough password')
  const cookies = await teammate.page.context().cookies()
  const staff = {
    cookie: cookies.map((one) => `${one.name}=${one.value}`).join('; '),
    origin: serverUrl,
  }
  let begun: Begun

  async function openThread(): Promise<void> {
    await teammate.page.goto(`${serverUrl}/inbox/demo#/all/${begun.id}`)
    await teammate.page.getByRole('log').waitFor()
    // A long thread lays out its end, and the rest for who scrolls up.
    await teammate.page.waitForFunction(() => {
      const log = document.querySelector('[role=log]')
      if (log) log.scrollTop = 0
      return ![...document.querySelectorAll('button')].some((one) =>
        /^\d+ earlier$/.test(one.innerText),
      )
    })
  }

  async function openPanel(): Promise<void> {
    await shopper.visit('/')
    await shopper.open()
  }

  return {
    shopper,
    teammate,
    async begin() {
      await shopper.visit('/')
      await shopper.page.evaluate(() => localStorage.clear())
      await openPanel()
      await shopper.ask('Hello there')
      begun = await storedConversation(shopper.page)
      await openThread()
      await teammate.sees('Hello there')
    },
    async leave() {
      await Promise.all([shopper.page.goto('about:blank'), teammate.page.goto('about:blank')])
    },
    async reopen() {
      await openThread()
      await openPanel()
    },
    visitorPosts: (path, body) =>
      post(`${serverUrl}${pathOf(begun)}${path}`, { authorization: `Bearer ${begun.token}` }, body),
    staffPosts: (path, body) => post(`${serverUrl}${pathOf(begun, '/inbox')}${path}`, staff, body),
    log: () => readAll(`${serverUrl}${pathOf(begun, '/inbox')}/events`, staff),
    mishaps: async () => [
      ...(await allMishaps(shopWatch, shopper.page)),
      ...(await allMishaps(inboxWatch, teammate.page)),
    ],
  }
}

function pathOf({ id }: Begun, side = ''): string {
  return `/v1/shops/demo${side}/conversations/${id}`
}

let clientIds = 0
async function post(url: string, headers: Record<string, string>, body: object): Promise<Reply> {
  clientIds += 1
  const sent = JSON.stringify({ clientId: `untrusted-${clientIds}`, ...body })
  const response = await fetch(url, { method: 'POST', headers, body: sent })
  return { status: response.status, body: await response.json() }
}

async function readAll(url: string, headers: Record<string, string>): Promise<ConversationEvent[]> {
  const events: ConversationEvent[] = []
  for (let more = true; more; ) {
    const reply = await fetch(`${url}?after=${events.at(-1)?.seq ?? 0}`, { headers })
    const read = await reply.json()
    events.push(...read.events)
    more = read.more
  }
  return events
}

async function allMishaps(watch: Watch, page: Page): Promise<string[]> {
  return [...watch.mishaps, ...(await watch.noted(page))]
}

/** Once the panel has kept it: after the first act. */
async function storedConversation(page: Page): Promise<Begun> {
  const key = 'cb:demo:conversation'
  await page.waitForFunction((name) => localStorage.getItem(name), key)
  return page.evaluate((name) => JSON.parse(localStorage.getItem(name) ?? ''), key)
}
