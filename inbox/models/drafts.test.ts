// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { scriptedId } from '../testing/scripted-id.ts'
import { createDraftStore } from './drafts.ts'

const id = scriptedId('cnv')
const draft = { reply: 'Hello', note: '', unsent: [] }

beforeEach(() => sessionStorage.clear())

test('a draft comes back, and an empty one leaves nothing behind', () => {
  const drafts = createDraftStore(sessionStorage, 'marlow.marta')
  drafts.write(id, draft)
  expect(createDraftStore(sessionStorage, 'marlow.marta').read(id)).toEqual(draft)
  drafts.write(id, { ...draft, reply: '' })
  expect(sessionStorage.length).toBe(0)
})

test('what was being sent when the page went away is not known to have arrived', () => {
  const drafts = createDraftStore(sessionStorage, 'marlow.marta')
  const unsent = [{ clientId: 'abcdefgh', kind: 'reply', text: 'Hi', state: 'sending' }] as const
  drafts.write(id, { ...draft, unsent: [...unsent] })
  expect(drafts.read(id).unsent).toMatchObject([{ clientId: 'abcdefgh', state: 'failed' }])
})

test('a colleague on the same computer sees nobody else’s words, and sign-out forgets them', () => {
  const drafts = createDraftStore(sessionStorage, 'marlow.marta')
  drafts.write(id, draft)
  expect(createDraftStore(sessionStorage, 'marlow.ivo').read(id).reply).toBe('')
  drafts.forget()
  expect(sessionStorage.length).toBe(0)
})

test('blocked or spoilt storage loses nothing but itself', () => {
  createDraftStore(null, 'x').write(id, draft)
  expect(createDraftStore(null, 'x').read(id).reply).toBe('')
  sessionStorage.setItem(`counterbell.draft.x.${id}`, '{broken')
  expect(createDraftStore(sessionStorage, 'x').read(id)).toEqual({
    reply: '',
    note: '',
    unsent: [],
  })
})
