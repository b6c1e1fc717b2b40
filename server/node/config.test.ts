import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { StartError } from './start-error.ts'

it('needs nothing: everything has a default', () => {
  expect(readConfig({})).toEqual({
    port: 8787,
    host: '127.0.0.1',
    hostIsLoopback: true,
    dataDir: resolve('data'),
    roomsPort: 0,
    shopPort: 8788,
    publicUrl: undefined,
    roomsUrl: undefined,
    trustProxyHops: 0,
    secret: undefined,
    claude: undefined,
    logLevel: 'warn',
    demo: false,
  })
})

it('takes an empty value for none', () => {
  expect(readConfig({ PORT: '', PUBLIC_URL: '', DEMO: '' })).toEqual(readConfig({}))
})

it('reads what is given', () => {
  const config = readConfig({
    PORT: '0',
    HOST: '0.0.0.0',
    PUBLIC_URL: 'https://chat.shop.example/',
    TRUST_PROXY: '1',
    ANTHROPIC_API_KEY: 'key',
    DEMO: '1',
  })
  expect(config).toMatchObject({
    port: 0,
    hostIsLoopback: false,
    publicUrl: 'https://chat.shop.example',
    trustProxyHops: 1,
    claude: { apiKey: 'key' },
    demo: true,
  })
})

it.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1', '[::1]'])('knows %s as loopback', (host) => {
  expect(readConfig({ HOST: host }).hostIsLoopback).toBe(true)
})

it.each(['0.0.0.0', '::', '192.168.1.5', '127.0.0.1.example', 'localhost.example'])(
  'does not take %s for loopback',
  (host) => {
    expect(readConfig({ HOST: host }).hostIsLoopback).toBe(false)
  },
)

it.each([
  ['PORT', 'eighty'],
  ['PORT', '-1'],
  ['PORT', '65536'],
  ['PORT', '80.5'],
  ['ROOMS_PORT', '0x10'],
  ['SHOP_PORT', ' '],
  ['PUBLIC_URL', 'chat.shop.example'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['ROOMS_URL', 'ws://rooms.example'],
  ['TRUST_PROXY', 'true'],
  ['COUNTERBELL_SECRET', 'too short'],
  ['ANTHROPIC_BASE_URL', 'localhost'],
  ['LOG_LEVEL', 'loud'],
  ['DEMO', 'yes'],
])('stops on %s=%s with one line that names it', (name, value) => {
  const read = () => readConfig({ [name]: value })
  expect(read).toThrow(StartError)
  expect(read).toThrow(new RegExp(`^${name} cannot be read\\. Give [^\\n]+\\.$`))
})

it('V52: does not repeat a value that may be a secret', () => {
  const read = () => readConfig({ COUNTERBELL_SECRET: 'hunter2' })
  expect(read).toThrow(StartError)
  expect(read).not.toThrow(/hunter2/)
})
