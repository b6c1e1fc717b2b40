import { resolve } from 'node:path'
import * as v from 'valibot'
import { StartError } from './start-error.ts'

const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535))
const baseUrl = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)),
  v.transform((text) => text.replace(/\/+$/, '')),
)
const text = v.pipe(v.string(), v.minLength(1))

/** Every setting by its name in the environment: how it is read, and what to say when it cannot be. */
const SETTINGS = {
  PORT: [v.optional(port, '8787'), 'a port from 0 to 65535 (0 means any free one)'],
  HOST: [v.optional(text, '127.0.0.1'), 'an address to listen on, such as 127.0.0.1 or 0.0.0.0'],
  DATA_DIR: [
    v.optional(
      v.pipe(
        text,
        v.transform((path) => resolve(path)),
      ),
      'data',
    ),
    'a folder',
  ],
  ROOMS_PORT: [v.optional(port, '0'), 'a port from 0 to 65535 (0 means any free one)'],
  SHOP_PORT: [v.optional(port, '8788'), 'a port from 0 to 65535 (0 means any free one)'],
  PUBLIC_URL: [v.optional(baseUrl), 'an address such as https://chat.shop.example'],
  ROOMS_URL: [v.optional(baseUrl), 'an address such as https://rooms.shop.example'],
  TRUST_PROXY: [
    v.optional(v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number)), '0'),
    'how many proxies stand in front, such as 0 or 1',
  ],
  COUNTERBELL_SECRET: [
    v.optional(v.pipe(v.string(), v.minLength(32))),
    'at least 32 random characters, or leave it out',
  ],
  ANTHROPIC_API_KEY: [v.optional(text), 'a key of the Claude API, or leave it out'],
  ANTHROPIC_BASE_URL: [v.optional(baseUrl), 'an address such as https://api.anthropic.com'],
  COUNTERBELL_MODEL: [v.optional(text), 'the name of a Claude model, or leave it out'],
  LOG_LEVEL: [
    v.optional(v.picklist(['debug', 'info', 'warn', 'error', 'silent']), 'warn'),
    'debug, info, warn, error or silent',
  ],
  DEMO: [
    v.optional(
      v.pipe(
        v.picklist(['0', '1']),
        v.transform((value) => value === '1'),
      ),
      '0',
    ),
    '0 or 1',
  ],
} as const

type Settings = typeof SETTINGS
type Name = keyof Settings
type Values = { [N in Name]: v.InferOutput<Settings[N][0]> }

export type Config = {
  port: number
  host: string
  hostIsLoopback: boolean
  dataDir: string
  roomsPort: number
  shopPort: number
  publicUrl: string | undefined
  roomsUrl: string | undefined
  trustProxyHops: number
  secret: string | undefined
  claude: { apiKey: string; baseUrl: string | undefined; model: string | undefined } | undefined
  logLevel: Values['LOG_LEVEL']
  demo: boolean
}

/** The only reader of the environment. An empty value counts as none; a bad one stops the start, and is never echoed. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const values = readValues(environment)
  const apiKey = values.ANTHROPIC_API_KEY
  return {
    port: values.PORT,
    host: values.HOST,
    hostIsLoopback: /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(values.HOST),
    dataDir: values.DATA_DIR,
    roomsPort: values.ROOMS_PORT,
    shopPort: values.SHOP_PORT,
    publicUrl: values.PUBLIC_URL,
    roomsUrl: values.ROOMS_URL,
    trustProxyHops: values.TRUST_PROXY,
    secret: values.COUNTERBELL_SECRET,
    claude:
      apiKey === undefined
        ? undefined
        : { apiKey, baseUrl: values.ANTHROPIC_BASE_URL, model: values.COUNTERBELL_MODEL },
    logLevel: values.LOG_LEVEL,
    demo: values.DEMO,
  }
}

function readValues(environment: Record<string, string | undefined>): Values {
  const entries = Object.entries(SETTINGS).map(([name, [schema, expected]]) => {
    const result = v.safeParse(schema, environment[name] || undefined)
    if (!result.success) throw new StartError(`${name} cannot be read. Give ${expected}.`)
    return [name, result.output]
  })
  return namedValues(entries)
}

/** Holds because each entry is a setting's name with what that setting's own schema made of it. */
function namedValues(entries: unknown[][]): Values {
  return Object.fromEntries(entries) as Values
}
