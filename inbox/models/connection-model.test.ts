// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createConnectionModel, startHeartbeat } from './connection-model.ts'

const MINUTE_MS = 60_000
let hidden = false
beforeEach(() => {
  vi.useFakeTimers()
  hidden = false
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden })
})
afterEach(() => void vi.useRealTimers())

function beat() {
  const connection = createConnectionModel()
  const beats: string[] = []
  const stop = startHeartbeat(connection, {
    tick: () => beats.push('tick'),
    woke: () => beats.push('woke'),
  })
  const look = (isHidden: boolean) => {
    hidden = isHidden
    document.dispatchEvent(new Event('visibilitychange'))
  }
  return { connection, beats, stop, look }
}

test('H8: a page says that somebody is around while it is seen and for 15 minutes after', async () => {
  const { connection, beats, stop, look } = beat()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(beats.length).toBeGreaterThan(0)
  look(true)
  await vi.advanceTimersByTimeAsync(14 * MINUTE_MS)
  expect(connection.isAway()).toBe(false)
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  expect(connection.isAway()).toBe(true)
  beats.length = 0
  await vi.advanceTimersByTimeAsync(60 * MINUTE_MS)
  expect(beats).toEqual([])
  look(false)
  expect(beats).toEqual(['woke'])
  stop()
})

test('R5: the network coming back and a page restored from memory ask for what was missed', () => {
  const { beats, stop } = beat()
  window.dispatchEvent(new Event('online'))
  window.dispatchEvent(new Event('pageshow'))
  expect(beats).toEqual(['woke', 'woke'])
  stop()
  window.dispatchEvent(new Event('online'))
  expect(beats).toHaveLength(2)
})

test('minutes are counted by the server’s clock', () => {
  const { connection, stop } = beat()
  connection.hearServerTime(Date.now() + 5 * MINUTE_MS)
  connection.tick()
  expect(connection.now.value).toBe(Date.now() + 5 * MINUTE_MS)
  stop()
})
