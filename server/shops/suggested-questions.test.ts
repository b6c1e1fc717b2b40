import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../protocol/language.ts'
import { createExtractiveAnswerer } from '../answers/extractive.ts'
import { newId } from '../core/new-id.ts'
import { CONFIDENCE_THRESHOLD } from '../search/confidence.ts'
import { demoDatabase } from '../testing/demo-questions.ts'
import { silentLog } from '../testing/silent-log.ts'
import { SUGGESTED_QUESTIONS } from './suggested-questions.ts'

const db = demoDatabase()

const ASKED = LANGUAGES.flatMap((language) => [
  ...SUGGESTED_QUESTIONS.general.map((said) => ({ language, text: said[language] })),
  ...SUGGESTED_QUESTIONS.item.map((said) => ({
    language,
    text: said[language],
    itemCode: 'MRL-0412',
  })),
])

describe('what a shopper is offered to ask', () => {
  it.each(ASKED)('$language: "$text" is answered from the content', async (asked) => {
    const answer = await createExtractiveAnswerer().answer(
      { db, log: silentLog, now: Date.now },
      { id: newId('msg'), history: [], ...asked },
      { delta() {}, dropped() {}, signal: new AbortController().signal },
    )
    expect(answer.confidence, answer.text).toBeGreaterThanOrEqual(CONFIDENCE_THRESHOLD)
    expect(answer.citations.length, answer.text).toBeGreaterThan(0)
    // A list of pieces is no answer to any of them.
    expect(answer.items.length, answer.text).toBe('itemCode' in asked ? answer.items.length : 0)
  })
})
