import { describe, expect, it } from 'vitest'
import { JACKET, MARTA } from '../../server/testing/marlow.ts'
import { CITATIONS, DAMAGE } from '../testing/marlow.ts'
import { handBack, type OpenedShop, reply, resolveIt, takeOver } from '../testing/open-shop.ts'
import { openShopForEach } from '../testing/open-shop-for-each.ts'

let opened: OpenedShop
openShopForEach((shop) => {
  opened = shop
})

describe('the first screen', () => {
  it('says that an assistant answers, who is behind it, and what happens to what one writes', async () => {
    const { panel } = opened
    await panel.getByText('An automatic assistant answers first, from Marlow’s own notes').waitFor()
    await panel.getByText('Marta and Tom are behind it').waitFor()
    await panel.getByText('Marlow keeps what you write, to answer you.').waitFor()
    expect(await panel.getByRole('link', { name: 'Privacy' }).getAttribute('href')).toBe(
      'https://marlow.example/privacy',
    )
  })

  it('shows the page’s piece with our price, and tells only its code', async () => {
    const { panel, thread, shop } = opened
    await panel.getByText('Corduroy jacket, 1970s').waitFor()
    await panel.getByText('£68').waitFor()
    await panel.getByRole('button', { name: 'Is there any damage?' }).click()
    await thread.getByText('I don’t have that').waitFor()
    const said = shop.only().events.find((event) => event.type === 'message.created')
    expect(said?.type === 'message.created' && said.message).toEqual({
      id: expect.any(String),
      text: 'Is there any damage?',
      page: {
        url: expect.stringContaining('http'),
        title: 'Corduroy jacket',
        itemCode: 'MRL-0412',
      },
    })
  })

  it('tells nothing of a piece that was taken away', async () => {
    const { panel, thread, shop, ask } = opened
    await panel.getByRole('button', { name: 'Don’t ask about this piece' }).click()
    await ask('How long is delivery?')
    await thread.getByText('I don’t have that').waitFor()
    expect(JSON.stringify(shop.only().events)).not.toContain('itemCode')
  })
})

describe('an answer', () => {
  it('streams, is marked as the assistant’s, and opens a source in the panel with focus on it', async () => {
    const { shop, thread, ask, page } = opened
    shop.answers.push({ ...DAMAGE, holdAfter: 12 })
    await ask('Any damage?')
    await thread.getByText('There is one small mend, on the left cuff: 1.5 cm').waitFor()
    expect(await thread.getAttribute('aria-busy')).toBe('true')
    await thread.getByText('Assistant, writing').waitFor()
    shop.release()
    await thread.getByRole('button', { name: 'Source 2, Condition guide: B+' }).click()
    const source = thread.locator('[data-source="2"]')
    await source.getByText('B+: light, even wear.').waitFor()
    await source.getByText('Condition guide › B+').waitFor()
    expect(await source.locator('summary').evaluate((row) => row.matches(':focus'))).toBe(true)
    expect(await thread.getAttribute('aria-busy')).toBe('false')
    expect(shop.requests).toContain(`GET /v1/shops/demo/passages/${CITATIONS[1]?.passageId}`)
    expect(page.context().pages().length).toBe(1)
  })

  it('opens a source that is pressed before the list has come', async () => {
    const { shop, thread, ask } = opened
    shop.faults.push({ path: /answer-foot/, status: 500, times: 1 })
    shop.answers.push(DAMAGE)
    await ask('Any damage?')
    await thread.getByRole('button', { name: 'Source 1, Notes on MRL-0412' }).click()
    await thread.locator('[data-source="1"]').getByText('Holds well.').waitFor()
  })

  it('shows the stored quote when the passage is gone', async () => {
    const { shop, thread, ask } = opened
    shop.passages.length = 0
    shop.answers.push(DAMAGE)
    await ask('Any damage?')
    await thread.getByRole('button', { name: 'Source 1, Notes on MRL-0412' }).click()
    const source = thread.locator('[data-source="1"]')
    await source.getByText('The note has changed since.').waitFor()
    await source.getByText('hand-darned in matching thread').waitFor()
  })

  it('shows the piece as a card: picture, title, price, status', async () => {
    const { shop, thread, ask } = opened
    shop.answers.push({ ...DAMAGE, items: [{ ...JACKET, status: 'held' }] })
    await ask('Is it still there?')
    const card = thread.locator('.item')
    await card.getByText('Corduroy jacket, 1970s').waitFor()
    expect(await card.innerText()).toMatch(/£68\s+MRL-0412, grade B\+\s+On hold/)
    expect(await card.locator('img').getAttribute('src')).toBe(JACKET.image)
    expect(await card.getByRole('link').getAttribute('href')).toBe(JACKET.url)
  })

  it('takes a thumb, which stays after a reload', async () => {
    const { shop, thread, ask, page } = opened
    shop.answers.push(DAMAGE)
    await ask('Any damage?')
    await thread.getByRole('button', { name: 'Yes, it did' }).click()
    await thread.getByRole('button', { name: 'Yes, it did', pressed: true }).waitFor()
    await page.reload()
    await thread.getByRole('button', { name: 'Yes, it did', pressed: true }).waitFor()
    expect(shop.only().events.at(-1)).toMatchObject({ type: 'message.rated', rating: 'up' })
  })

  it('that rests on nothing asks for no thumb', async () => {
    const { shop, thread, ask } = opened
    shop.answers.push(DAMAGE)
    await ask('Any damage?')
    await thread.getByText('Did this answer it?').waitFor()
    await ask('And who owned it?')
    await thread.getByText('I don’t have that').waitFor()
    await thread.getByText('Did this answer it?').waitFor({ state: 'detached' })
  })

  it('that failed says so, with a person offered', async () => {
    const { shop, thread, ask } = opened
    shop.answers.push({ text: '', fails: true })
    await ask('Any damage?')
    await thread.getByText('I could not answer that just now.').waitFor()
    await thread.getByText('Shall I get someone?').waitFor()
  })
})

describe('a person', () => {
  it('is called as the very first thing, with a receipt of who was told and what was passed on', async () => {
    const { shop, panel, thread } = opened
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await thread.getByText('Marta has been told.').waitFor()
    await thread.getByText('Nothing yet. Write it below.').waitFor()
    await thread.getByText('MRL-0412, Corduroy jacket, 1970s').waitFor()
    await panel.getByText('Waiting for Marta').waitFor()
    expect(shop.only().events.map((event) => event.type)).toEqual([
      'conversation.started',
      'handoff.requested',
    ])
  })

  it('is not called after a no, and the no is said to the server', async () => {
    const { shop, thread, ask } = opened
    shop.answers.push({ text: 'I don’t have that in the shop’s notes.', offers: true })
    await ask('Is the lining original?')
    await thread.getByRole('button', { name: 'No, go on' }).click()
    await thread.getByText('Shall I get someone?').waitFor({ state: 'detached' })
    await thread.getByText('The assistant goes on.').waitFor()
    expect(shop.only().conversation.offerDeclined).toBe(true)
  })

  it('can be called off; the assistant answers again', async () => {
    const { shop, panel, thread } = opened
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await thread.getByRole('button', { name: 'Cancel' }).click()
    await thread.getByText('Cancelled. The assistant answers again.').waitFor()
    await panel.getByRole('button', { name: 'Talk to a person' }).waitFor()
    expect(shop.only().conversation.phase.name).toBe('assistant')
  })

  it('is not there: it says so, asks for an e-mail and promises no more than is so', async () => {
    const { shop, panel, thread } = opened
    shop.around.length = 0
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await thread.getByText('Nobody is in just now.').waitFor()
    await thread.getByRole('button', { name: 'Leave it with the team' }).click()
    await thread.getByText('Write an address such as name@example.com.').waitFor()
    await thread.getByRole('textbox', { name: 'Your e-mail' }).fill('me@example.com')
    await thread.getByRole('button', { name: 'Leave it with the team' }).click()
    await thread.getByText('me@example.com').waitFor()
    await thread.getByText('A person may write to you there.').waitFor()
    expect(shop.only().conversation.emailGiven).toBe(true)
  })

  it('comes, writes, hands back and solves it, with a line for each and plain voices', async () => {
    const { shop, panel, thread, ask } = opened
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await thread.getByText('Marta has been told.').waitFor()
    takeOver(shop)
    await thread.getByText(/Marta is here, \d/).waitFor()
    await panel.locator('header').getByText('Marta is here').waitFor()
    reply(shop, 'Hello, I have it *on the table*.\n<b>It</b> is https://marlow.example/x')
    const words = thread.locator('.words')
    await words.waitFor()
    expect(await words.innerText()).toBe(
      'Hello, I have it *on the table*.\n<b>It</b> is https://marlow.example/x',
    )
    expect(await panel.getByRole('textbox').getAttribute('placeholder')).toBe('Write to Marta')
    await ask('Could you keep it?')
    await thread.getByText('Could you keep it?').waitFor()
    handBack(shop)
    await thread.getByText(/Marta has handed back to the assistant/).waitFor()
    await panel.getByRole('button', { name: 'Ring for Marta again' }).waitFor()
    resolveIt(shop)
    await thread.getByText(/Marta has marked this as solved/).waitFor()
    await ask('One more thing')
    await thread.getByText('Opened again').waitFor()
    await thread.getByText('I don’t have that').waitFor()
  })

  it('is seen writing, and sees the shopper writing', async () => {
    const { shop, panel, thread, composer } = opened
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await thread.getByText('Marta has been told.').waitFor()
    await expect.poll(() => shop.sockets.count).toBe(1)
    takeOver(shop)
    shop.only().tell({ type: 'typing', on: true, from: { role: 'staff', teammate: MARTA } })
    await thread.getByText('Marta is writing').waitFor()
    reply(shop, 'Here it is.')
    await thread.getByText('Marta is writing').waitFor({ state: 'detached' })
    await composer.pressSequentially('Thanks')
    await expect.poll(() => shop.only().typing).toEqual([true])
    await composer.press('Enter')
    await expect.poll(() => shop.only().typing).toEqual([true, false])
  })

  it('is called when the shopper asks for one in writing, and no answer is made', async () => {
    const { shop, thread, ask } = opened
    shop.answers.push({ text: '', handsOff: true })
    await ask('Can I talk to a human?')
    await thread.getByText('Marta has been told.').waitFor()
    expect(await thread.locator('.answer').count()).toBe(0)
  })
})

describe('the menu', () => {
  it('makes text larger, and remembers it once a conversation has begun', async () => {
    const { panel, page, ask, thread } = opened
    await ask('Any damage?')
    await thread.getByText('I don’t have that').waitFor()
    await panel.getByRole('button', { name: 'Chat settings' }).click()
    await panel.getByRole('radio', { name: 'Largest' }).click()
    const size = () => panel.evaluate((box) => getComputedStyle(box).fontSize)
    expect(await size()).toBe('19px')
    await page.reload()
    await panel.waitFor()
    await expect.poll(size).toBe('19px')
  })

  it('starts over after asking once more: a waiting call is cancelled, nothing is left here', async () => {
    const { shop, panel, page, composer } = opened
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await panel.getByText('Marta has been told.').waitFor()
    await composer.fill('half a thought')
    await panel.getByRole('button', { name: 'Chat settings' }).click()
    await panel.getByRole('button', { name: 'Start over' }).click()
    expect(await page.evaluate(() => localStorage.length)).toBeGreaterThan(0)
    await panel.getByRole('button', { name: 'Yes, start over' }).click()
    await panel.getByText('What would you like to know?').waitFor()
    expect(shop.only().conversation.phase.name).toBe('assistant')
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    expect(await composer.inputValue()).toBe('')
    await expect.poll(() => shop.sockets.count).toBe(0)
  })
})

describe('while the panel is closed', () => {
  it('a dot and a slip tell of what a person wrote, and the launcher says so', async () => {
    const { shop, panel, page, launcher } = opened
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await panel.getByText('Marta has been told.').waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    takeOver(shop)
    reply(shop, 'The lining is original.')
    await page.getByText('The lining is original.').waitFor()
    expect(await launcher.getAttribute('aria-label')).toBe('Chat with Marlow, one new message')
    await page.getByRole('button', { name: 'Hide this message' }).click()
    await page.getByText('The lining is original.').waitFor({ state: 'detached' })
    await page.locator('.dot').waitFor()
    await launcher.click()
    await opened.thread.getByText('The lining is original.').waitFor()
    await page.keyboard.press('Escape')
    await launcher.waitFor()
    expect(await page.locator('.dot').count()).toBe(0)
    expect(await launcher.getAttribute('aria-label')).toBe('Chat with Marlow')
  })
})

it('keeps to 4,000 characters without losing one', async () => {
  const { panel, composer, thread } = opened
  const long = '💍'.repeat(4001)
  await composer.fill(long)
  await panel.getByText('Too long by 1. Please shorten it.').waitFor()
  expect(await panel.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true)
  await composer.press('Enter')
  expect(await composer.inputValue()).toBe(long)
  await composer.fill(long.slice(2))
  await composer.press('Enter')
  await thread.getByText('I don’t have that').waitFor()
})

it('sends nothing that is blank', async () => {
  const { composer, panel, shop } = opened
  await composer.fill(' \n\t ')
  expect(await panel.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true)
  await composer.press('Enter')
  expect(shop.logs.size).toBe(0)
})
