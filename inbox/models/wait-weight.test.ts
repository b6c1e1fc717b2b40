import { expect, test } from 'vitest'
import { PROMISE_MINUTES, waitedMinutes, waitWeight } from './wait-weight.ts'

test('waiting grows in weight at half the promise and past it', () => {
  expect(waitWeight(0)).toBe('fresh')
  expect(waitWeight(PROMISE_MINUTES / 2 - 1)).toBe('fresh')
  expect(waitWeight(PROMISE_MINUTES / 2)).toBe('half')
  expect(waitWeight(PROMISE_MINUTES - 1)).toBe('half')
  expect(waitWeight(PROMISE_MINUTES)).toBe('overdue')
})

test('a clock that runs behind makes no negative wait', () => {
  expect(waitedMinutes(1000, 0)).toBe(0)
  expect(waitedMinutes(0, 119_999)).toBe(1)
})
