import { expect, test } from 'vitest'
import { scriptedId } from '../testing/scripted-id.ts'
import { linkTokenOf } from './link-token.ts'
import { readRoute, VIEWS, writeRoute } from './route.ts'

test('a route comes back as it was written', () => {
  for (const view of VIEWS) {
    for (const conversationId of [null, scriptedId('cnv')] as const) {
      expect(readRoute(writeRoute({ view, conversationId }))).toEqual({ view, conversationId })
    }
  }
})

test('what is no route is the first view', () => {
  const first = { view: 'needs_person', conversationId: null }
  for (const hash of ['', '#', '#/nowhere', '#/all/../x', '#/all/cnv_short']) {
    expect(readRoute(hash)).toEqual({ ...first, ...(hash.startsWith('#/all') && { view: 'all' }) })
  }
})

test('a one-time link’s token is taken from the fragment, a route is none', () => {
  const token = 'A-token_of-32-or-more-characters-1'
  expect(linkTokenOf(`#link=${token}`)).toBe(token)
  expect(linkTokenOf(`#${token}`)).toBe(token)
  for (const hash of ['', '#/all', '#link=short', `#link=${token}<b>`, `#/${token}`]) {
    expect(linkTokenOf(hash)).toBeNull()
  }
})
