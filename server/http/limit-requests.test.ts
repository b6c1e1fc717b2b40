import { afterEach, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts'

let test: TestPlatform
afterEach(() => test.close())

function open(trustProxyHops: number, address: string) {
  test = testPlatform({ trustProxyHops })
  test.peer.address = address
  test.addShop('demo', { rates: { requestsPerMinuteAddress: 30, requestsPerMinuteShop: 100 } })
  test.addShop('other', { rates: { requestsPerMinuteAddress: 30 } })
}

async function passed(count: number, headers: (i: number) => Record<string, string> = () => ({})) {
  let ok = 0
  for (let i = 0; i < count; i++) {
    const response = await test.app.request('/v1/shops/demo/widget', { headers: headers(i) })
    if (response.status === 200) ok++
    else {
      expect(response.status).toBe(429)
      expect(response.headers.get('retry-after')).toBe('60')
      expect((await response.json()).error.code).toBe('rate_limited')
    }
  }
  return ok
}

it('V33: whatever a client says of itself, it counts as its peer address', async () => {
  open(0, '203.0.113.7')
  const forged = (i: number) => ({
    'x-forwarded-for': `198.51.100.${i}`,
    'x-real-ip': `198.51.100.${i}`,
    'cf-connecting-ip': `198.51.100.${i}`,
    forwarded: `for=198.51.100.${i}`,
  })
  expect(await passed(90, forged)).toBe(30)
})

it('V33: behind one trusted proxy only the entry that the proxy added counts', async () => {
  open(1, '10.0.0.1')
  const forged = (i: number) => ({ 'x-forwarded-for': `198.51.100.${i}, 203.0.113.7` })
  expect(await passed(60, forged)).toBe(30)
})

it('V33: behind two, the one that the outer of them saw', async () => {
  open(2, '10.0.0.1')
  const forged = (i: number) => ({ 'x-forwarded-for': `198.51.100.${i}, 203.0.113.7, 10.0.0.9` })
  expect(await passed(60, forged)).toBe(30)
})

it('V33: a /64 is one client', async () => {
  open(1, '10.0.0.1')
  const hopping = (i: number) => ({ 'x-forwarded-for': `2001:db8::${i.toString(16)}:1` })
  expect(await passed(60, hopping)).toBe(30)
})

it('without a trusted proxy, loopback is everybody and only the shop’s own limit holds', async () => {
  open(0, '127.0.0.1')
  expect(await passed(130)).toBe(100)
  test.clock.nowAt += 60_000
  expect(await passed(1)).toBe(1)
})

it('what one shop is asked does not count in another', async () => {
  open(0, '203.0.113.7')
  expect(await passed(40)).toBe(30)
  expect((await test.app.request('/v1/shops/other/widget')).status).toBe(200)
})
