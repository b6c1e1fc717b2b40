import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { AppError } from '../core/app-error.ts'
import { conversationIdOf } from './conversation-id-of.ts'

const app = new Hono()
  .get('/conversations/:id', (c) => c.json({ id: conversationIdOf(c) }))
  .onError((error, c) => {
    if (!(error instanceof AppError)) throw error
    return c.json({ code: error.code })
  })

it('an id of the wrong form is as absent as an unknown one', async () => {
  const id = `cnv_${'0'.repeat(26)}`
  expect(await (await app.request(`/conversations/${id}`)).json()).toEqual({ id })
  for (const other of ['x', `msg_${'0'.repeat(26)}`, `${id}%2F..`, `${id}%00`, id.toUpperCase()]) {
    const refusal = await app.request(`/conversations/${other}`)
    expect(await refusal.json()).toEqual({ code: 'not_found' })
  }
})
