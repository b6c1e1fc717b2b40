import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from '../server/testing/launch-browser.ts'
import { tellLongConversation } from './testing/long-conversation.ts'
import { IVO, MARTA } from './testing/marlow.ts'
import {
  type OpenedInbox,
  openConversation,
  openInbox,
  pageScroll,
  until,
} from './testing/open-inbox.ts'

let browser: Browser
let inbox: OpenedInbox
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  inbox = await openInbox(browser)
})
afterEach(async () => {
  expect(inbox.mishaps).toEqual([])
  await inbox.close()
})
const reply = () => inbox.page.getByLabel('Reply', { exact: true })
const press = (name: string | RegExp) => inbox.page.getByRole('button', { name }).click()

test('a conversation shows the thread, what only staff see, the item and the page', async () => {
  const { page, day } = inbox
  await openConversation(inbox, day.jacket.id)
  const log = page.getByRole('log')
  await log.getByText('I’m at my desk until half past three.').waitFor()
  await log.getByText('Only your team sees this', { exact: true }).waitFor()
  await log.getByRole('img', { name: 'Confidence 0.31, threshold 0.35' }).waitFor()
  await log.getByText('Why').first().click()
  await log.getByText('Condition guide: B').first().waitFor()
  const details = page.getByRole('complementary', { name: 'Details' })
  await details.getByText('nothing noted').waitFor()
  await details.getByText('pit to pit 58 cm').waitFor()
  const mail = details.getByRole('link', { name: 'hanna@lindqvist.example' })
  expect(await mail.getAttribute('href')).toMatch(/^mailto:/)
  expect(await details.getByText('https://marlow.example/items/MRL-0412').count()).toBe(1)
})

test('a source opens in its place', async () => {
  const { page, day } = inbox
  await openConversation(inbox, day.jacket.id)
  await page.getByRole('button', { name: 'Source 1' }).click()
  await page.getByText('pit to pit 58 cm; length 78 cm').waitFor()
})

test('a code that the shop does not know is shown as text', async () => {
  const { page, day } = inbox
  await openConversation(inbox, day.label.id)
  await page.getByText('“XX-NOT-OURS”').waitFor()
})

test('take over, reply, note, hand back, resolve, take up again', async () => {
  const { page, day } = inbox
  await openConversation(inbox, day.jacket.id)
  expect(await reply().count()).toBe(0)
  await press(/^Take over/)
  await page.getByText('Marta joined at').waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Reply')
  expect(await pageScroll(page)).toEqual({ top: 0, beyond: 0 })
  await page.keyboard.type('Hi Hanna, Marta here.')
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText('Hi Hanna, Marta here.').waitFor()
  expect(await reply().inputValue()).toBe('')
  await press(/^Note/)
  await page.getByLabel('Note', { exact: true }).fill('She pays by card.')
  await press(/^Leave note/)
  await page.locator('.note').getByText('She pays by card.').waitFor()
  await press(/^Hand back/)
  await page.getByText('It answers the shopper’s next message.').waitFor()
  await press('More actions')
  await press(/^Resolve/)
  await page.getByText('Resolved by Marta').waitFor()
  await page.keyboard.press('e')
  await page.getByText('You are answering').waitFor()
  const types = day.shop.find(day.jacket.id).events.map((event) => event.type)
  expect(types.slice(-6)).toEqual([
    'conversation.taken_over',
    'message.created',
    'note.created',
    'conversation.handed_back',
    'conversation.resolved',
    'conversation.taken_over',
  ])
})

test('of two who take over at once the second is told who has it, and is led on', async () => {
  const { page, day, server } = inbox
  await openConversation(inbox, day.jacket.id)
  server.rooms.mute(() => true)
  server.interceptWith((call) => {
    if (!call.path.endsWith('/takeover')) return null
    server.interceptWith(() => null)
    day.jacket.takenBy(IVO)
    return null
  })
  await press(/^Take over/)
  await page.getByText('Ivo took this a moment before you.').waitFor()
  await page.getByText('Ivo is answering').waitFor()
  await press(/^Next/)
  await page.getByRole('log').getByText('Das Geflecht ist für mich').waitFor()
})

test('whoever has not answered yet is told so beside Hand back, and no button leaves the column', async () => {
  const { page, day } = inbox
  await openConversation(inbox, day.trench.id)
  const hold = page.locator('.hold')
  await hold.getByText('No answer yet').waitFor()
  expect(await hold.evaluate((line) => line.scrollWidth - line.clientWidth)).toBe(0)
  await reply().fill('64 cm.')
  await page.keyboard.press('Enter')
  await hold.getByText('since').waitFor()
})

test('a click that was meant for Take over does not land on the next shopper', async () => {
  const { page, day } = inbox
  await openConversation(inbox, day.jacket.id)
  await page.evaluate(() => {
    const bar = document.querySelector('.bar')
    const click = () => {
      const next = [...document.querySelectorAll<HTMLElement>('.bar .button-1')].find((one) =>
        one.textContent?.startsWith('Next'),
      )
      if (!next) return
      seen.disconnect()
      next.click()
    }
    const seen = new MutationObserver(click)
    if (bar) seen.observe(bar, { childList: true, subtree: true })
  })
  day.jacket.takenBy(IVO)
  await page.locator('.bar .button-1[aria-disabled=false]').getByText('Next').waitFor()
  expect(page.url()).toContain(day.jacket.id)
  await press(/^Next/)
  await page.getByRole('log').getByText('Das Geflecht ist für mich').waitFor()
})

test('words typed while a colleague took over become a note', async () => {
  const { page, day } = inbox
  await openConversation(inbox, day.trench.id)
  await reply().fill('The sleeve is 64 cm.')
  day.trench.takenBy(IVO)
  await page.getByText('Your words are kept.').waitFor()
  await press(/^Note/)
  const note = page.getByLabel('Note', { exact: true })
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Note')
  expect(await note.inputValue()).toBe('The sleeve is 64 cm.')
  await page.keyboard.press('Enter')
  await page.locator('.note').getByText('The sleeve is 64 cm.').waitFor()
})

test('taking a colleague’s conversation asks first', async () => {
  const { page, day } = inbox
  await openConversation(inbox, day.pot.id)
  await page.getByRole('log').focus()
  await page.keyboard.press('t')
  await page.getByText('Take over from Ivo?').waitFor()
  await press('Leave it')
  await page.getByText('Ivo is answering').waitFor()
  await page.getByRole('log').focus()
  await page.keyboard.press('t')
  await press(/^Take over/)
  await page.getByText('You are answering').waitFor()
})

test('the assistant’s text streams, and ends with its answer', async () => {
  const { page, day, server } = inbox
  await openConversation(inbox, day.lamp.id)
  server.rooms.stream(day.lamp.id, day.lamp.question(), ['The enamel ', 'is **original**'])
  const log = page.getByRole('log')
  await log.getByText('The enamel is original').waitFor()
  await page.getByText('If you take over, it stops there.').waitFor()
  day.lamp.answers('The enamel is original, with two chips.', 0.74)
  await log.getByText('with two chips.').waitFor()
  expect(await log.getByText('The enamel is original').count()).toBe(1)
  await page.reload()
  await log.getByText('with two chips.').waitFor()
})

test('text that began before one looked is there from its beginning', async () => {
  const { page, day, server } = inbox
  server.rooms.stream(day.lamp.id, day.lamp.question(), ['The enamel ', 'is original'])
  await openConversation(inbox, day.lamp.id)
  await page.getByRole('log').getByText('The enamel is original').waitFor()
})

test('a reply that was not sent stays, says so, and goes out once', async () => {
  const { page, day, server } = inbox
  await openConversation(inbox, day.trench.id)
  server.interceptWith((call) => (call.path.endsWith('/replies') ? 'drop' : null))
  await reply().fill('The sleeve is 64 cm.')
  await page.keyboard.press('Enter')
  await page.getByText('Not sent yet.').waitFor()
  const tries = () => server.calls.filter((call) => call.path.endsWith('/replies')).length
  const triedBefore = tries()
  await page.reload()
  await until(() => tries() > triedBefore)
  await page.getByText('Not sent yet.').waitFor()
  server.interceptWith(() => null)
  await press('Try again')
  await page.getByText('Not sent yet.').waitFor({ state: 'detached' })
  const said = day.shop
    .find(day.trench.id)
    .events.flatMap((event) => (event.type === 'message.created' ? [event.message.text] : []))
  expect(said.filter((text) => text === 'The sleeve is 64 cm.')).toHaveLength(1)
})

test('typing goes both ways, and never what is typed', async () => {
  const { page, day, server } = inbox
  await openConversation(inbox, day.trench.id)
  server.rooms.sendTo(day.trench.id, { type: 'typing', on: true, from: { role: 'visitor' } })
  await page.getByText('The visitor is typing').waitFor()
  day.trench.says('Hello?')
  await page.getByText('The visitor is typing').waitFor({ state: 'detached' })
  await reply().pressSequentially('Yes')
  await until(() => server.rooms.heard.some(({ frame }) => frame.type === 'typing' && frame.on))
  await page.keyboard.press('Enter')
  await until(() => server.rooms.heard.some(({ frame }) => frame.type === 'typing' && !frame.on))
  expect(JSON.stringify(server.rooms.heard)).not.toContain('Yes')
})

test('R5: frames that were lost are fetched, in order and once', async () => {
  const { page, day, server } = inbox
  await openConversation(inbox, day.trench.id)
  server.rooms.mute((frame) => frame.type === 'event' && frame.event.type === 'message.created')
  day.trench.says('This one gets lost')
  server.rooms.mute(() => false)
  day.trench.says('This one arrives')
  const log = page.getByRole('log')
  await log.getByText('This one arrives').waitFor()
  expect(await log.getByText('This one gets lost').count()).toBe(1)
  const said = await log.locator('.message-visitor p').allTextContents()
  expect(said.slice(-2)).toEqual(['Visitor: This one gets lost', 'Visitor: This one arrives'])
})

test('R9: a socket that is told to go comes back with another token', async () => {
  const { day, server } = inbox
  await openConversation(inbox, day.trench.id)
  server.rooms.sendTo(day.trench.id, { type: 'bye', code: 'expired' })
  server.rooms.goDown()
  server.rooms.comeUp()
  await until(() => server.rooms.openIn(day.trench.id) === 1)
  expect(server.rooms.refused).toEqual([])
})

test('a thread of a thousand entries shows its end at once, its beginning on the way up', async () => {
  const { page, day, server } = inbox
  const long = tellLongConversation(400, day.shop)
  await page.goto(`${server.inboxUrl}#/all/${long.id}`)
  const log = page.getByRole('log')
  await log.getByText('Answer 400').waitFor()
  expect(await log.locator('.message').count()).toBeLessThan(200)
  await log.evaluate((box) => box.scrollTo(0, 0))
  await log.getByText('Answer 300').waitFor()
  await page.getByRole('button', { name: 'Newest' }).click()
  expect(await log.getByText('Answer 400').isVisible()).toBe(true)
})

test('a conversation opens where the unread begins', async () => {
  const { page, day, server } = inbox
  const long = tellLongConversation(120, day.shop)
  day.shop.markRead(long.id, day.shop.find(long.id).events.length - 180)
  await page.goto(`${server.inboxUrl}#/all`)
  await page.locator(`[data-row="${long.id}"]`).click()
  const line = page.getByText('60 new', { exact: true }).last()
  await line.waitFor()
  const inView = await line.evaluate((one) => {
    const log = one.closest('[role=log]')?.getBoundingClientRect()
    const box = one.getBoundingClientRect()
    return log ? box.top >= log.top && box.bottom < log.top + 100 : false
  })
  expect(inView).toBe(true)
  expect(await page.getByRole('button', { name: 'Newest' }).count()).toBe(1)
})

test('who takes over or replies further up is brought to the end', async () => {
  const { page, day, server } = inbox
  const long = tellLongConversation(120, day.shop)
  await page.goto(`${server.inboxUrl}#/all/${long.id}`)
  const log = page.getByRole('log')
  const newest = page.getByRole('button', { name: 'Newest' })
  const goUp = async () => {
    await log.evaluate((box) => box.scrollTo(0, 2000))
    await newest.waitFor()
  }
  await log.getByText('Answer 120').waitFor()
  await goUp()
  await page.getByRole('button', { name: /^Take over/ }).click()
  await newest.waitFor({ state: 'detached' })
  await goUp()
  await page.getByRole('textbox', { name: 'Reply' }).fill('I have it here')
  await page.keyboard.press('Enter')
  await newest.waitFor({ state: 'detached' })
  expect(await log.getByText('I have it here').isVisible()).toBe(true)
})

test('who reads further up is left there, and told that there is more', async () => {
  const { page, day, server } = inbox
  const long = tellLongConversation(120, day.shop)
  await page.goto(`${server.inboxUrl}#/all/${long.id}`)
  const log = page.getByRole('log')
  await log.getByText('Answer 120').waitFor()
  await until(() => server.rooms.openIn(long.id) === 1)
  await log.evaluate((box) => box.scrollTo(0, 2000))
  await page.getByRole('button', { name: 'Newest' }).waitFor()
  const place = () =>
    log.evaluate((box) => {
      const first = box.querySelector('.message')
      return [box.scrollTop, first?.textContent]
    })
  const before = await place()
  for (let n = 0; n < 3; n++) {
    day.shop.append(long.id, {
      type: 'note.created',
      author: { kind: 'teammate', ...MARTA },
      note: { id: 'nte_0', text: `Note ${n}` },
    })
  }
  await log.getByText('Note 2').waitFor({ state: 'attached' })
  expect(await place()).toEqual(before)
})
