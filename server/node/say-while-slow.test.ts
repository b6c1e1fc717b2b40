import { expect, it } from 'vitest'
import { sayWhileSlow } from './say-while-slow.ts'

it('says what takes long and for how long, until it is done', async () => {
  const said: string[] = []
  const done = sayWhileSlow('Starting', (line) => void said.push(line), 1)
  await expect.poll(() => said.length).toBeGreaterThan(1)
  done()
  const count = said.length
  expect(said[0]).toMatch(/^Starting … \d+ s$/)
  const others: string[] = []
  const otherDone = sayWhileSlow('Going on', (line) => void others.push(line), 1)
  await expect.poll(() => others.length).toBeGreaterThan(2)
  otherDone()
  expect(said).toHaveLength(count)
})

it('says nothing of what is quick', () => {
  const said: string[] = []
  sayWhileSlow('Starting', (line) => void said.push(line))()
  expect(said).toEqual([])
})
