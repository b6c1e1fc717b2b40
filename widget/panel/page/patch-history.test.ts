// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { patchHistory } from './patch-history.ts'

it('hears of both ways to another address, and puts back what it found', () => {
  const { pushState, replaceState } = history
  const ending = new AbortController()
  let heard = 0
  patchHistory(() => heard++, ending.signal)
  history.pushState({}, '', '/a')
  history.replaceState({}, '', '/b')
  expect(heard).toBe(2)
  expect(location.pathname).toBe('/b')
  ending.abort()
  expect(history.pushState).toBe(pushState)
  expect(history.replaceState).toBe(replaceState)
  history.pushState({}, '', '/c')
  expect(heard).toBe(2)
})

it('leaves alone what somebody patched over it', () => {
  const ending = new AbortController()
  patchHistory(() => {}, ending.signal)
  const theirs = () => {}
  history.pushState = theirs
  ending.abort()
  expect(history.pushState).toBe(theirs)
})
