// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../model/api-client.ts'
import { createSynchroniser, type RoundFailure } from './synchroniser.ts'

let ending: AbortController
beforeEach(() => {
  vi.useFakeTimers()
  ending = new AbortController()
})
afterEach(() => {
  ending.abort()
  show('visible')
  vi.useRealTimers()
})

function show(state: 'visible' | 'hidden'): void {
  Object.defineProperty(document, 'hidden', { configurable: true, value: state === 'hidden' })
  document.dispatchEvent(new Event('visibilitychange'))
}

function setUp(catchUp: () => Promise<void> = async () => {}) {
  const counted = vi.fn(catchUp)
  const rounds: (RoundFailure | undefined)[] = []
  const sync = createSynchroniser(counted, (failure) => rounds.push(failure), ending.signal)
  return { sync, rounds, asked: () => counted.mock.calls.length }
}

describe('synchroniser', () => {
  it('asks nothing until somebody listens', async () => {
    const { asked } = setUp()
    window.dispatchEvent(new Event('online'))
    show('visible')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked()).toBe(0)
  })

  it('asks every 2 s without a socket and every 30 s beside one', async () => {
    const { sync, asked } = setUp()
    sync.listen(true)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked()).toBe(6)
    sync.socketIs(true)
    await vi.advanceTimersByTimeAsync(0)
    expect(asked()).toBe(7)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked()).toBe(9)
  })

  it('asks at once when the page is seen again, comes from the cache, or is online', async () => {
    const { sync, asked } = setUp()
    sync.listen(true)
    sync.socketIs(true)
    await vi.advanceTimersByTimeAsync(0)
    const before = asked()
    show('hidden')
    await vi.advanceTimersByTimeAsync(300_000)
    // The round that was due when the page was hidden is the last.
    expect(asked()).toBeLessThanOrEqual(before + 1)
    const hidden = asked()
    show('visible')
    await vi.advanceTimersByTimeAsync(0)
    window.dispatchEvent(new Event('pageshow'))
    await vi.advanceTimersByTimeAsync(0)
    window.dispatchEvent(new Event('online'))
    await vi.advanceTimersByTimeAsync(0)
    expect(asked()).toBe(hidden + 3)
  })

  it('is one round at a time, and goes round once more for whoever asks meanwhile', async () => {
    const letGo: (() => void)[] = []
    const { sync, asked } = setUp(() => new Promise((done) => letGo.push(done)))
    sync.refresh()
    sync.refresh()
    const last = sync.refresh()
    expect(asked()).toBe(1)
    letGo[0]?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(asked()).toBe(2)
    letGo[1]?.()
    await last
    expect(asked()).toBe(2)
  })

  it('waits 150 ms at a gap, once', async () => {
    const { sync, asked } = setUp()
    sync.refreshSoon()
    sync.refreshSoon()
    await vi.advanceTimersByTimeAsync(149)
    expect(asked()).toBe(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(asked()).toBe(1)
  })

  it('waits longer after each failure, as the server says when it says so, and tells', async () => {
    const failures = [new ApiError(0, 'unavailable'), new ApiError(503, 'unavailable', 9_000)]
    const { sync, rounds } = setUp(async () => {
      const failure = failures.shift()
      if (failure) throw failure
    })
    sync.listen(true)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(rounds.slice(0, 3).map((round) => round?.nextInMs)).toEqual([2_000, 9_000, undefined])
  })

  it('ends with its signal', async () => {
    const { sync, asked } = setUp()
    sync.listen(true)
    await vi.advanceTimersByTimeAsync(0)
    const before = asked()
    ending.abort()
    window.dispatchEvent(new Event('online'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked()).toBeLessThanOrEqual(before + 1)
  })
})
