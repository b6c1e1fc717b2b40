import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Listening, listen } from './testing/listen.ts'
import { TEST_ORIGIN } from './testing/sign-in-teammate.ts'
import { type CallerName, type TwoShops, twoShops } from './testing/two-shops.ts'

/** What a path may be written as by somebody who hopes that a gate looks at it in another way than the router. */
const SPELLINGS: Record<string, (path: string) => string> = {
  'as it is': (path) => path,
  'two slashes in front': (path) => `/${path}`,
  'two slashes within': (path) => path.replace('/shops/', '//shops//'),
  'two slashes at the end': (path) => path.replace(/\/(?=[^/]*$)/, '//'),
  'an encoded slash': (path) => path.replace(/\/(?=[^/]*$)/, '%2F'),
  'encoded slashes': (path) => `/${path.slice(1).replaceAll('/', '%2f')}`,
  'a slash encoded twice': (path) => path.replace(/\/(?=[^/]*$)/, '%252F'),
  'a backslash': (path) => path.replace(/\/(?=[^/]*$)/, '\\'),
  'an encoded backslash': (path) => path.replace(/\/(?=[^/]*$)/, '%5C'),
  'a dot segment': (path) => path.replace('/shops/', '/./shops/'),
  'an encoded dot segment': (path) => path.replace('/shops/', '/%2e/shops/'),
  'up again from a public route': (path) => path.replace('/demo/', '/demo/widget/../'),
  'up again, encoded': (path) => path.replace('/demo/', '/demo/widget/%2e%2e/'),
  'up again, all encoded': (path) => path.replace('/demo/', '/demo/widget%2f%2e%2e%2f'),
  'up again, from another shop': (path) => path.replace('/demo/', '/other/../demo/'),
  'upper case': (path) => path.toUpperCase(),
  'an encoded letter': (path) => path.replace('conversations', '%63onversations'),
  'a letter encoded twice': (path) => path.replace('conversations', '%2563onversations'),
  'a slash at the end': (path) => `${path}/`,
  'a parameter': (path) => `${path};x=1`,
  'a parameter within': (path) => path.replace('/demo/', '/demo;x/'),
  'a NUL': (path) => `${path}%00`,
  'a NUL and an ending': (path) => `${path}%00.js`,
  'an ending': (path) => `${path}.json`,
  'a space': (path) => `${path}%20`,
  'a line break': (path) => `${path}%0d%0ax-injected:%201`,
  'broken escapes': (path) => `${path}%`,
  'broken UTF-8': (path) => `${path}%ff`,
  'a query that looks like a path': (path) => `${path}?/widget`,
  'a hash': (path) => `${path}#/widget`,
  'an address with a host': (path) => `http://evil.example${path}`,
}

let shops: TwoShops
let server: Listening
beforeAll(async () => {
  shops = await twoShops()
  server = await listen(shops.test.app)
})
afterAll(async () => {
  await server.close()
  shops.test.close()
})

type Reply = { status: number; text: string; headers: object }

/** The path goes over the wire to the letter: `fetch` would tidy it up first. */
function ask(method: string, path: string, caller: CallerName, origin: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = { ...shops.callers[caller].headers, origin }
    const { port } = server
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = ''
      response.on('data', (data) => {
        text += data
      })
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text, headers: response.headers })
      })
    })
    sent.on('error', reject)
    sent.end(method === 'POST' ? '{"clientId":"spelling-1","version":0,"text":"x","seq":1}' : '')
  })
}

describe.each(Object.entries(SPELLINGS))('V8: a path with %s', (_, spell) => {
  it('opens nothing to whoever may not pass', async () => {
    const { ofA } = shops.threads
    const routes: [string, string, CallerName[]][] = [
      ['GET', `/conversations/${ofA.id}/events`, ['anonymous', 'visitorB', 'teammate']],
      ['POST', `/conversations/${ofA.id}/messages`, ['anonymous', 'visitorB', 'teammate']],
      ['POST', `/conversations/${ofA.id}/handoff`, ['anonymous', 'otherShopsVisitor']],
      ['GET', '/session', ['anonymous', 'visitorA', 'removedTeammate']],
      ['GET', '/inbox/conversations', ['anonymous', 'visitorA', 'otherShopsTeammate']],
      ['GET', `/inbox/conversations/${ofA.id}`, ['anonymous', 'visitorA', 'otherShopsTeammate']],
      ['POST', `/inbox/conversations/${ofA.id}/takeover`, ['visitorA', 'otherShopsTeammate']],
      ['POST', `/inbox/conversations/${ofA.id}/notes`, ['visitorA', 'removedTeammate']],
    ]
    for (const [method, path, callers] of routes) {
      const origin = path.startsWith('/conversations') ? TEST_ORIGIN : server.url
      for (const caller of callers) {
        const reply = await ask(method, spell(`/v1/shops/demo${path}`), caller, origin)
        expect([400, 401, 403, 404], `${method} ${path} as ${caller}`).toContain(reply.status)
        expect(reply.text).not.toContain(ofA.secret)
        expect(reply.headers).not.toHaveProperty('x-injected')
      }
    }
  })

  it('is answered without an error of ours, public routes too', async () => {
    for (const path of ['/widget', '/items?code=x', '/passages/x', '/conversations/x/events']) {
      const { status } = await ask('GET', spell(`/v1/shops/demo${path}`), 'visitorA', TEST_ORIGIN)
      expect(status).toBeLessThan(500)
    }
  })
})
