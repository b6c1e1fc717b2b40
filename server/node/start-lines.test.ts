import { expect, it } from 'vitest'
import { startLines } from './start-lines.ts'

const STARTED = {
  shopUrl: undefined,
  url: 'http://127.0.0.1:8787',
  claude: undefined,
  answererName: 'extractive',
  dataDir: '/srv/data',
} as const

const inboxLine = (ownerLink: { email: string; token?: string } | undefined) =>
  startLines({ ...STARTED, inboxes: [{ shop: 'marlow', ownerLink }] })[0]

it('shows the owner’s link, or says that an earlier one works and how to get another', () => {
  expect(inboxLine({ email: 'a@b.example', token: 'xyz' })).toBe(
    'Inbox    http://127.0.0.1:8787/inbox/marlow#link=xyz (opens the account of a@b.example, once)',
  )
  expect(inboxLine({ email: 'a@b.example' })).toBe(
    'Inbox    http://127.0.0.1:8787/inbox/marlow (the link that a@b.example was given still opens it; another: npm run counterbell -- teammate add --shop marlow --email a@b.example)',
  )
  expect(inboxLine(undefined)).toBe('Inbox    http://127.0.0.1:8787/inbox/marlow')
})

it('says how to make a shop where there is none', () => {
  expect(startLines({ ...STARTED, inboxes: [] })[0]).toContain(
    'npm run counterbell -- shop create --name',
  )
})
