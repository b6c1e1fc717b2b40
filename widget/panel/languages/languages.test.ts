import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../protocol/language.ts'
import { MESSAGE_LIMIT_CODE_POINTS } from '../../../protocol/messages.ts'
import { MESSAGE_LIMIT_CODE_POINTS as spelledInPanel } from '../views/composer.tsx'
import { texts as english } from './en.ts'
import { loadTexts } from './load-texts.ts'

const ARGUMENTS = ['Marlow', 2]

describe.each(LANGUAGES)('%s', (language) => {
  it('says everything, with what it is given, in plain words', async () => {
    const texts = await loadTexts(language)
    expect(Object.keys(texts)).toEqual(Object.keys(english))
    for (const [key, text] of Object.entries(texts)) {
      const given = typeof text === 'function' ? text.length : 0
      const words = typeof text === 'function' ? Reflect.apply(text, null, ARGUMENTS) : text
      expect(words.trim(), key).not.toBe('')
      expect(words, key).not.toMatch(/!|undefined/)
      const original = english[key as keyof typeof english]
      expect(given, key).toBe(typeof original === 'function' ? original.length : 0)
    }
  })

  it('says before the first word that a machine answers', async () => {
    expect((await loadTexts(language)).greeting('Marlow')).toMatch(/autom[aá]ti/)
  })
})

it('knows how long a message may be', () => {
  expect(spelledInPanel).toBe(MESSAGE_LIMIT_CODE_POINTS)
})
