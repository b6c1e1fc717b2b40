import { Hono } from 'hono'
import { beforeEach, expect, it } from 'vitest'
import { AppError } from '../core/app-error.ts'
import { newId } from '../core/new-id.ts'
import type { Database } from '../db/database.ts'
import type { AppEnv } from '../http/app-env.ts'
import { searchContent } from '../search/search-content.ts'
import { openTestDatabase } from '../testing/open-test-database.ts'
import { ingestFile } from './ingest-file.ts'
import { contentRoutes } from './routes.ts'

let db: Database

beforeEach(() => {
  db = openTestDatabase()
  const text = 'code,title,grade,notes\n<A&1>,"Coat, grey",B+,One darn\n'
  ingestFile(
    { db, newId, now: () => 0 },
    { name: 'stock.csv', bytes: new TextEncoder().encode(text) },
  )
})

async function get(path: string) {
  const app = new Hono<AppEnv>()
  app.onError((error, c) =>
    c.json({}, error instanceof AppError && error.status === 404 ? 404 : 500),
  )
  app.use(async (c, next) => {
    const unused = () => Promise.reject(new Error('not asked for'))
    // Only the shop's database is read here.
    c.set('shop', { id: 'demo', db, publish: unused, live: unused } as never)
    await next()
  })
  app.route('/', contentRoutes())
  const response = await app.request(path)
  return { status: response.status, body: await response.json() }
}

it('gives an item by its code to the letter', async () => {
  expect(await get(`/items?code=${encodeURIComponent('<A&1>')}`)).toEqual({
    status: 200,
    body: {
      item: {
        code: '<A&1>',
        title: 'Coat, grey',
        status: 'available',
        conditionGrade: 'B+',
        attributes: [{ name: 'Notes', value: 'One darn' }],
      },
    },
  })
})

it('gives a passage with its place', async () => {
  const id = searchContent(db, { text: 'coat' }).results[0]?.passageId
  const { status, body } = await get(`/passages/${id}`)
  expect(status).toBe(200)
  expect(body).toMatchObject({ id, title: 'Coat, grey', itemCode: '<A&1>', source: 'stock.csv' })
})

it.each(['/items', '/items?code=a', '/passages/psg_1', `/passages/${newId('psg')}`])(
  'answers %s with 404',
  async (path) => expect((await get(path)).status).toBe(404),
)
