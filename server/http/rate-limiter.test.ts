import { expect, it } from 'vitest'
import type { AppError } from '../core/app-error.ts'
import { createRateLimiter } from './rate-limiter.ts'

const MINUTE = { limit: 3, windowMs: 60_000 }

function limiterWithClock(keyLimit?: number) {
  const clock = { nowAt: 1_000 }
  return { clock, limiter: createRateLimiter(() => clock.nowAt, keyLimit) }
}

function secondsToWait(take: () => void): number | undefined {
  try {
    take()
    return undefined
  } catch (error) {
    const { code, details } = error as AppError
    expect(code).toBe('rate_limited')
    return Number(details?.retryAfterSeconds)
  }
}

it('lets the limit through, then says how long to wait, then begins anew', () => {
  const { clock, limiter } = limiterWithClock()
  for (let i = 0; i < 3; i++) limiter.take('a', MINUTE)
  clock.nowAt += 500
  expect(secondsToWait(() => limiter.take('a', MINUTE))).toBe(60)
  clock.nowAt += 59_499
  expect(secondsToWait(() => limiter.take('a', MINUTE))).toBe(1)
  clock.nowAt += 1
  for (let i = 0; i < 3; i++) limiter.take('a', MINUTE)
  expect(secondsToWait(() => limiter.take('a', MINUTE))).toBe(60)
})

it('counts each key for itself, and gives back what did not count', () => {
  const { limiter } = limiterWithClock()
  for (let i = 0; i < 10; i++) {
    limiter.take('a', MINUTE)
    limiter.giveBack('a')
  }
  for (let i = 0; i < 3; i++) limiter.take('a', MINUTE)
  expect(secondsToWait(() => limiter.take('a', MINUTE))).toBe(60)
  expect(secondsToWait(() => limiter.take('b', MINUTE))).toBeUndefined()
  limiter.giveBack('unknown')
})

it('keeps no more keys than it may: the oldest windows go', () => {
  const { limiter } = limiterWithClock(100)
  for (let i = 0; i < 3; i++) limiter.take('first', MINUTE)
  for (let i = 0; i < 99; i++) limiter.take(`filler ${i}`, MINUTE)
  expect(secondsToWait(() => limiter.take('first', MINUTE))).toBe(60)
  limiter.take('one more', MINUTE)
  expect(secondsToWait(() => limiter.take('first', MINUTE))).toBeUndefined()
})
