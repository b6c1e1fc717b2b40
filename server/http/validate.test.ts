import { Hono } from 'hono'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { StartConversation } from '../../protocol/api.ts'
import { AppError } from '../core/app-error.ts'
import { readJson, readQuery } from './validate.ts'

const app = new Hono()
  .post('/', async (c) => c.json(await readJson(c, StartConversation)))
  .get('/search', (c) =>
    c.json(readQuery(c, v.object({ code: v.pipe(v.string(), v.minLength(1)) }))),
  )
  .onError((error, c) => {
    if (!(error instanceof AppError)) throw error
    return c.json({ code: error.code, message: error.message, details: error.details }, 400)
  })

async function post(body: unknown) {
  const init = { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }
  return (await app.request('/', init)).json()
}

const good = { clientId: 'a-client-id', text: 'Is it wool?' }

it('gives the body as the schema types it, whatever content type it was sent under', async () => {
  expect(await post(good)).toEqual(good)
  expect(await post({ clientId: 'a-client-id', handoff: true })).toMatchObject({ handoff: true })
})

it.each([
  [{ text: 'x' }, 'The field "clientId" in the body is missing.'],
  [{ ...good, clientId: 'short' }, 'The field "clientId" in the body does not have the form'],
  [{ ...good, text: { type: 'div' } }, 'The field "text" in the body does not have the form'],
  [{ clientId: 'a-client-id' }, 'The field "text" in the body is missing.'],
  [{ ...good, page: { url: 'x' } }, 'The field "page.title" in the body is missing.'],
  [{ ...good, 'SECRET key': 1 }, 'The body has a field that is not known here.'],
  [[], 'The field "clientId" in the body is missing.'],
  ['null', 'The body does not have the fields that are expected.'],
  ['"SECRET"', 'The body does not have the fields that are expected.'],
])('names the field of %j and does not echo it', async (body, sentence) => {
  const refusal = await post(body)
  expect(refusal.code).toBe('body_malformed')
  expect(refusal.message).toContain(sentence)
  expect(JSON.stringify(refusal)).not.toContain('SECRET')
})

it('reads a query, and names what it lacks', async () => {
  expect(await (await app.request('/search?code=MRL-1&x=2')).json()).toEqual({ code: 'MRL-1' })
  expect(await (await app.request('/search')).json()).toMatchObject({
    code: 'body_malformed',
    details: { field: 'code' },
  })
})
