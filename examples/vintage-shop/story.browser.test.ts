import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../server/testing/launch-browser.ts'
import {
  removeDataFolder,
  type StartedCounterbell,
  startCounterbell,
} from '../../server/testing/start-counterbell.ts'
import { findViolations } from './story/find-violations.ts'
import { staffLog, visitorsLog } from './story/read-log.ts'
import { newShopper } from './story/shopper.ts'
import { newTeammate } from './story/teammate.ts'

let counterbell: StartedCounterbell
let browsers: [Browser, Browser]

beforeAll(async () => {
  counterbell = await startCounterbell()
  browsers = await Promise.all([launchBrowser(), launchBrowser()])
}, 120_000)

afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()))
  await counterbell.stop()
  removeDataFolder(counterbell.dataDir)
})

test('a shopper asks, the content answers, a person takes over the same thread and hands it back', async () => {
  const shopper = await newShopper(browsers[0], counterbell.shopUrl)
  const marta = await newTeammate(browsers[1])
  await marta.comeIn(counterbell.inboxUrl, 'Marta', 'a long enough password')
  expect(await findViolations(marta.page)).toEqual([])

  // Ask, and open the answer at its source.
  await shopper.visit('/shipping-and-returns')
  await shopper.open()
  await shopper.ask('How long do I have to send something back?')
  await shopper.sees(/14 days/)
  await shopper.press(/^Source 1/)
  await shopper.page.getByRole('blockquote').first().waitFor()
  expect(await findViolations(shopper.page)).toEqual([])

  // A question about the piece whose page it is.
  await shopper.visit('/items/MRL-0412')
  await shopper.open()
  await shopper.ask('Any damage?')
  await shopper.sees(/mend/)
  await shopper.sees('Available')

  // Ask for a person: the row lights up without a reload.
  const lit = marta.page.waitForFunction(() => document.title.startsWith('(1)'))
  await shopper.ask('Can I talk to a person please?')
  await shopper.sees(/Passed on/)
  await lit
  await marta.page.getByText('Asked for a person').first().waitFor()
  expect(await findViolations(shopper.page)).toEqual([])
  await marta.page
    .getByRole('link', { name: /MRL-0412|Corduroy/ })
    .first()
    .click()
  await marta.sees('Any damage?')
  expect(await findViolations(marta.page)).toEqual([])

  // Take over; both type and write.
  await marta.press(/^Take over/)
  await shopper.sees(/Marta is here/)
  await marta.type('Hello, I have it')
  await shopper.sees('Marta is writing')
  await marta.write('Hello, I have it on the table.')
  await shopper.sees('Hello, I have it on the table.')
  await shopper.type('Could you')
  await marta.page
    .getByText(/is typing|is writing/)
    .first()
    .waitFor()
  await shopper.ask('Could you keep it until Saturday?')
  await marta.sees('Could you keep it until Saturday?')

  // A note stays private: not in the page, not on the wire, not after a reload.
  const heard: string[] = []
  shopper.page.on('response', async (reply) => {
    heard.push(await reply.text().catch(() => ''))
  })
  shopper.page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => heard.push(String(payload))),
  )
  await marta.note('She bought a scarf in March')
  await marta.sees('She bought a scarf in March')
  await marta.press(/^Reply/)
  await marta.write('Of course.')
  await shopper.sees('Of course.')
  await shopper.page.reload()
  await shopper.open()
  await shopper.sees('Of course.')
  expect(heard.join('\n')).not.toContain('scarf in March')
  expect(await shopper.page.content()).not.toContain('scarf in March')

  // Hand back: the assistant answers again.
  await marta.press(/^Hand back/)
  await shopper.sees(/handed back/)
  await shopper.ask('What is the sleeve length?')
  await shopper.sees(/61 cm/)
  await marta.sees(/61 cm/)

  // Resolve from the inbox, reopened by the shopper's next message.
  await marta.press(/^Take over/)
  await marta.press(/^Resolve/)
  await shopper.sees(/solved/)
  await shopper.ask('And the shoulder?')
  await shopper.sees(/shoulder 45 cm/)
  await marta.sees(/shoulder 45 cm/)

  // Reload both: the same threads, event by event.
  const before = [await shopper.threadText(), read(await marta.threadText())]
  await Promise.all([shopper.page.reload(), marta.page.reload()])
  await shopper.open()
  await shopper.sees(/shoulder 45 cm/)
  await marta.sees(/shoulder 45 cm/)
  expect([await shopper.threadText(), read(await marta.threadText())]).toEqual(before)
  const serverUrl = new URL(counterbell.inboxUrl).origin
  const seen = await visitorsLog(shopper.page, serverUrl)
  const all = await staffLog(marta.page, seen[0]?.conversationId ?? '')
  expect(all.filter(({ audience }) => audience === 'everyone')).toEqual(seen)
  expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1))
  expect(await findViolations(shopper.page)).toEqual([])
  expect(await findViolations(marta.page)).toEqual([])
  await Promise.all([shopper.close(), marta.close()])
}, 120_000)

/** A thread without the line where the unread begins, which moves as it is read. */
function read(thread: string): string {
  return thread.replace(/^\d+ new\n+/m, '')
}
