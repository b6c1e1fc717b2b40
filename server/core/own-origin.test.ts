import { expect, it } from 'vitest'
import { ownOrigin } from './own-origin.ts'

const asked = (url: string, proto?: string) =>
  new Request(url, { headers: proto ? { 'x-forwarded-proto': proto } : {} })

it('is PUBLIC_URL, whatever the request says', () => {
  const platform = { publicUrl: 'https://chat.example/x', trustProxyHops: 1 }
  expect(ownOrigin(platform, asked('http://10.0.0.1:8787/', 'http'))).toBe('https://chat.example')
})

it('is scheme and host of the request, and a proxy’s scheme only where one is trusted', () => {
  const request = asked('http://chat.example:443/v1', 'https')
  expect(ownOrigin({ publicUrl: undefined, trustProxyHops: 0 }, request)).toBe(
    'http://chat.example:443',
  )
  expect(ownOrigin({ publicUrl: undefined, trustProxyHops: 1 }, request)).toBe(
    'https://chat.example',
  )
})
