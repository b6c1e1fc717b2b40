import { expect, test } from 'vitest'
import { shortcutOf } from './shortcuts.ts'

const free = { typing: false, going: false, singleKeys: true }
const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
})

test('a letter is a command, an arrow moves', () => {
  expect(shortcutOf(press('t'), free)).toBe('take_over')
  expect(shortcutOf(press('E'), free)).toBe('resolve')
  expect(shortcutOf(press('ArrowDown'), free)).toBe('next')
  expect(shortcutOf(press('x'), free)).toBeNull()
})

test('while typing only Escape is not text', () => {
  const typing = { ...free, typing: true }
  expect(shortcutOf(press('t'), typing)).toBeNull()
  expect(shortcutOf(press('ArrowUp'), typing)).toBeNull()
  expect(shortcutOf(press('Escape'), typing)).toBe('back')
})

test('single keys can be switched off, arrows and Escape stay', () => {
  const off = { ...free, singleKeys: false }
  expect(shortcutOf(press('t'), off)).toBeNull()
  expect(shortcutOf(press('?'), off)).toBeNull()
  expect(shortcutOf(press('ArrowDown'), off)).toBe('next')
})

test('the browser’s own keys are left alone', () => {
  expect(shortcutOf(press('r', { ctrlKey: true }), free)).toBeNull()
  expect(shortcutOf(press('t', { metaKey: true }), free)).toBeNull()
})

test('G waits for where to go; another key means what it always means', () => {
  expect(shortcutOf(press('g'), free)).toBe('go')
  const going = { ...free, going: true }
  expect(shortcutOf(press('p'), going)).toBe('go_needs_person')
  expect(shortcutOf(press('m'), going)).toBe('go_mine')
  expect(shortcutOf(press('a'), going)).toBe('go_all')
  expect(shortcutOf(press('t'), going)).toBe('take_over')
})
