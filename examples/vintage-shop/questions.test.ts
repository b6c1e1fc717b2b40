import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { readArticle } from './articles/read-article.ts'
import { readGrades } from './articles/read-grades.ts'

interface Expected {
  source?: string
  heading?: string
  item?: string
  contains?: string
  notInContent?: true
}

interface Question {
  question: string
  item?: string
  expect: Expected
}

const ROOT = dirname(fileURLToPath(import.meta.url))
const read = (...path: string[]): string => readFileSync(join(ROOT, ...path), 'utf8')
const rows: Record<string, string>[] = parse(read('content', 'inventory.csv'), { columns: true })
const questions: Question[] = read('questions.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Question)

const wordsOf = (code: string): string =>
  Object.values(rows.find((row) => row.code === code) ?? {}).join('\n')

describe('questions.jsonl', () => {
  test('has 40 questions: 8 that the content does not answer, 10 about single pieces', () => {
    expect(questions).toHaveLength(40)
    expect(questions.filter((one) => one.expect.notInContent).length).toBeGreaterThanOrEqual(8)
    expect(questions.filter((one) => one.expect.item).length).toBeGreaterThanOrEqual(10)
    expect(new Set(questions.map(({ question }) => question)).size).toBe(40)
  })

  test.each(questions.filter((one) => one.expect.item))('$question: the row says so', (one) => {
    const words = wordsOf(one.expect.item ?? '')
    expect(words).not.toBe('')
    expect(words).toContain(one.expect.contains ?? '')
    if (one.item) expect(wordsOf(one.item)).not.toBe('')
  })

  test.each(questions.filter((one) => one.expect.source))('$question: the page says so', (one) => {
    const { source = '', heading, contains = '' } = one.expect
    const { sections } = readArticle(read('content', source))
    const section = sections.find((part) => part.heading === heading)
    expect(section, heading).toBeDefined()
    expect(section?.paragraphs.join(' ')).toContain(contains)
  })
})

describe('condition-guide.md', () => {
  const grades = readGrades(readArticle(read('content', 'condition-guide.md')))

  test('explains every grade that a piece has, and no other', () => {
    const letters = new Set(rows.map((row) => row.condition_grade))
    expect(new Set(grades.map(({ letter }) => letter))).toEqual(letters)
  })

  test('says what each grade means, may have and never has', () => {
    for (const grade of grades) {
      expect(grade.meaning, grade.letter).not.toBe('')
      expect(grade.mayHave, grade.letter).not.toBe('')
      expect(grade.neverHas, grade.letter).not.toBe('')
    }
  })

  test('states limits in millimetres', () => {
    expect(grades.map(({ mayHave }) => mayHave).join(' ')).toMatch(/under 20 mm.*over 20 mm/)
  })
})
