// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { chooseLanguage } from './loader-texts.ts'
import { installPageApi } from './page-api.ts'

beforeEach(() => {
  window.Counterbell = undefined
})

/** The snippet's own function. */
function queue(...calls: Parameters<NonNullable<Window['Counterbell']>>[]): void {
  const stub: NonNullable<Window['Counterbell']> = () => {}
  stub.q = calls
  window.Counterbell = stub
}

describe('page API', () => {
  it('replays what was called before it came, in order', async () => {
    queue(['item', { code: 'A-1' }], ['ask', 'Is it warm?'])
    const calls: unknown[] = []
    installPageApi('demo', (...call) => calls.push(call))
    await Promise.resolve()
    window.Counterbell?.('open')
    expect(calls).toEqual([
      ['item', { code: 'A-1' }],
      ['ask', 'Is it warm?'],
      ['open', undefined],
    ])
    expect(window.Counterbell?.shop).toBe('demo')
  })

  it('tells listeners what happened until they stop', async () => {
    const heard: unknown[] = []
    queue(['on', 'ready', (detail) => heard.push(['early', detail])])
    const emit = installPageApi('demo', () => {})
    await Promise.resolve()
    const stop = window.Counterbell?.('on', 'unread', (detail) => heard.push(detail))
    emit('ready', { shop: 'demo' })
    emit('unread', { count: 2 })
    if (typeof stop === 'function') stop()
    emit('unread', { count: 3 })
    expect(heard).toEqual([['early', { shop: 'demo' }], { count: 2 }])
  })
})

describe('language', () => {
  it('is what the tag says, else the page’s, else the shop’s, of those that there are', () => {
    expect(chooseLanguage(['fr', 'de'], 'en')).toBe('fr')
    expect(chooseLanguage([undefined, 'de-AT'], 'en')).toBe('de')
    expect(chooseLanguage([undefined, 'EN-gb'], 'fr')).toBe('en')
    expect(chooseLanguage(['', 'ar'], 'es')).toBe('es')
    expect(chooseLanguage(['pt', ''], 'es')).toBe('es')
  })
})
