// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { fitKeyboard } from './fit-keyboard.ts'
import { createAtom } from './store/atom.ts'

afterEach(() => vi.unstubAllGlobals())

/** A phone's visual viewport, which alone shrinks when the keyboard comes. */
function phone() {
  const view = Object.assign(new EventTarget(), { height: 844, offsetTop: 0, scale: 1 })
  vi.stubGlobal('innerHeight', 844)
  vi.stubGlobal('visualViewport', view)
  const frame = document.createElement('div')
  const isTyping = createAtom(false)
  const ending = new AbortController()
  fitKeyboard(frame, isTyping, ending.signal)
  const change = (to: Partial<typeof view>) => {
    Object.assign(view, to)
    view.dispatchEvent(new Event('resize'))
    return ['--kb', '--vt'].map((name) => frame.style.getPropertyValue(name))
  }
  return { change, isTyping, ending }
}

it('makes room for the keyboard, wherever the view has been moved to', () => {
  const { change, isTyping } = phone()
  expect(change({ height: 544, offsetTop: 60 })).toEqual(['300px', '60px'])
  expect(isTyping.get()).toBe(true)
  expect(change({ height: 844, offsetTop: 0 })).toEqual(['0px', '0px'])
  expect(isTyping.get()).toBe(false)
})

it('takes neither a browser’s bar nor a pinched zoom for one', () => {
  const { change, isTyping } = phone()
  change({ height: 780 })
  expect(isTyping.get()).toBe(false)
  expect(change({ height: 422, scale: 2, offsetTop: 100 })).toEqual(['0px', '0px'])
  expect(isTyping.get()).toBe(false)
})

it('ends with its signal', () => {
  const { change, isTyping, ending } = phone()
  ending.abort()
  change({ height: 544 })
  expect(isTyping.get()).toBe(false)
})
