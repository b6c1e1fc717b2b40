// @vitest-environment happy-dom

import * as v from 'valibot'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ClientId, VisitorToken } from '../../../protocol/ids.ts'
import { createPanelStorage } from './panel-storage.ts'
import { newClientId, newVisitorToken } from './random-id.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

describe('panel storage', () => {
  it('keeps under keys of the shop, and clears them all and no others', () => {
    localStorage.setItem('theirs', '1')
    const storage = createPanelStorage('demo')
    storage.write('token', 'a')
    storage.write('draft', 'b')
    expect(localStorage.getItem('cb:demo:token')).toBe('a')
    storage.clear()
    expect(Object.keys({ ...localStorage })).toEqual(['theirs'])
    expect(storage.read('token')).toBeNull()
  })

  it('goes on with what stands there, should another tab have written between', () => {
    stubStorage({ setItem: (stored, key) => stored.set(key, 'of the other tab') })
    expect(createPanelStorage('demo').write('token', 'mine')).toBe('of the other tab')
  })

  it('keeps in memory what does not fit, newer than what stands', () => {
    const stored = stubStorage({
      setItem() {
        throw new DOMException('full', 'QuotaExceededError')
      },
    })
    stored.set('cb:demo:draft', 'old')
    const storage = createPanelStorage('demo')
    expect(storage.write('draft', 'new')).toBe('new')
    expect(storage.read('draft')).toBe('new')
    storage.remove('draft')
    expect(storage.read('draft')).toBeNull()
  })

  it('works where touching storage throws', () => {
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
    vi.stubGlobal('localStorage', new Proxy({}, { get: blocked }))
    const storage = createPanelStorage('demo')
    expect(storage.read('token')).toBeNull()
    expect(storage.write('token', 'a')).toBe('a')
    expect(storage.read('token')).toBe('a')
    storage.clear()
    expect(storage.read('token')).toBeNull()
  })
})

/** A browser's storage with one function of its own, over the map that it returns. */
function stubStorage(own: { setItem(stored: Map<string, string>, key: string): void }) {
  const stored = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string) => own.setItem(stored, key),
    removeItem: (key: string) => stored.delete(key),
  })
  return stored
}

describe('ids', () => {
  it('are what the server takes, and never the same', () => {
    const tokens = Array.from({ length: 200 }, newVisitorToken)
    for (const token of tokens) expect(v.is(VisitorToken, token)).toBe(true)
    expect(new Set(tokens).size).toBe(200)
    for (let n = 0; n < 200; n++) expect(v.is(ClientId, newClientId())).toBe(true)
  })
})
