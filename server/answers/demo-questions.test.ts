import { expect, test } from 'vitest'
import { newId } from '../core/new-id.ts'
import { demoDatabase, readDemoQuestions, verdict } from '../testing/demo-questions.ts'
import { silentLog } from '../testing/silent-log.ts'
import { createExtractiveAnswerer } from './extractive.ts'

const db = demoDatabase()
const questions = readDemoQuestions()

function ask(text: string, itemCode?: string, language: 'en' | 'de' | 'fr' | 'es' = 'en') {
  return createExtractiveAnswerer().answer(
    { db, log: silentLog, now: Date.now },
    { id: newId('msg'), text, language, history: [], ...(itemCode && { itemCode }) },
    { delta: () => {}, dropped: () => {}, signal: new AbortController().signal },
  )
}

test('there are 40 questions, at least 8 of which the content does not hold and 10 about one piece', () => {
  expect(questions).toHaveLength(40)
  const count = (key: string) => questions.filter(({ expect: wanted }) => key in wanted).length
  expect(count('notInContent')).toBeGreaterThanOrEqual(8)
  expect(count('item')).toBeGreaterThanOrEqual(10)
})

test.each(questions)('$question', async (asked) => {
  const answer = await ask(asked.question, asked.item)
  expect(verdict(db, asked, answer), answer.text).toBe('right')
})

test('empty condition notes are "nothing is noted", never "no damage"', async () => {
  const { text } = await ask('any damage?', 'MRL-0415')
  expect(text).toContain('Nothing is noted')
  expect(text).not.toMatch(/no damage|no faults/i)
})

test('a question about a piece is answered in the language of the conversation', async () => {
  expect((await ask('Ist die Jacke noch da?', 'MRL-0412', 'de')).text).toMatch(
    /^Ja, es ist noch zu haben/,
  )
  expect((await ask('Wie lang ist die Innennaht?', 'MRL-0395', 'de')).text).toContain('76 cm')
  expect((await ask('Elle est encore disponible ?', 'MRL-0355', 'fr')).text).toMatch(/vendue/)
  expect((await ask('¿Cuánto cuesta?', 'MRL-0412', 'es')).text).toContain('128')
})

test('two questions in one message get both answers', async () => {
  const { text } = await ask('is it real leather and can you post it by friday', 'MRL-0401')
  expect(text).toContain('Calf leather')
  expect(text).toContain('posted')
})

test('a list keeps to the kind, the price and what is there first', async () => {
  const { items } = await ask('wool coats under £150')
  expect(items.length).toBeGreaterThan(1)
  expect(items.every(({ price }) => (price ?? 0) <= 150)).toBe(true)
  const statuses = items.map(({ status }) => status)
  expect(statuses).toEqual([...statuses].sort())
})

test('what is named is answered before the page’s own piece', async () => {
  const { items } = await ask('how much is the mushroom lamp in tomato', 'MRL-0412')
  expect(items).toMatchObject([{ code: 'MRL-0374', price: 165 }])
})

test('a line that speaks of something else is no answer', async () => {
  const { confidence, text } = await ask('is the lining original', 'MRL-0412')
  expect(confidence).toBeLessThan(0.35)
  expect(text).not.toContain('buttons')
})

test('a greeting, thanks and a no get a short sentence and claim nothing', async () => {
  for (const text of ['hi', 'thanks!', 'no thanks', 'are you a real person?']) {
    expect(await ask(text)).toMatchObject({ citations: [], confidence: 1 })
  }
})
