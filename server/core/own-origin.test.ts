import { expect, it } from 'vitest'
import { ownOrigin } from './own-origin.ts'

const request = (proto?: string) =>
  new Request('http://chat.shop.example:8787/v1/shops/demo/session', {
    headers: proto === undefined ? {} : { 'x-forwarded-proto': proto },
  })

it.each([
  { hops: 0, proto: undefined, origin: 'http://chat.shop.example:8787' },
  { hops: 0, proto: 'https', origin: 'http://chat.shop.example:8787' },
  { hops: 1, proto: 'https', origin: 'https://chat.shop.example:8787' },
  { hops: 1, proto: 'http, https', origin: 'https://chat.shop.example:8787' },
  { hops: 2, proto: 'https, http', origin: 'https://chat.shop.example:8787' },
  { hops: 2, proto: 'https', origin: 'https://chat.shop.example:8787' },
  { hops: 1, proto: 'javascript', origin: 'http://chat.shop.example:8787' },
  { hops: 1, proto: undefined, origin: 'http://chat.shop.example:8787' },
])('believes $proto from $hops trusted hops as $origin', ({ hops, proto, origin }) => {
  expect(ownOrigin({ publicUrl: undefined, trustProxyHops: hops }, request(proto))).toBe(origin)
})

it('is PUBLIC_URL wherever that is set', () => {
  const platform = { publicUrl: 'https://chat.shop.example', trustProxyHops: 0 }
  expect(ownOrigin(platform, request('http'))).toBe('https://chat.shop.example')
})
