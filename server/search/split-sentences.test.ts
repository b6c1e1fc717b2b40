import fc from 'fast-check'
import { expect, it } from 'vitest'
import { splitSentences } from './split-sentences.ts'

it.each([
  ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
  ['Made c. 1960 in Leeds. Worn.', ['Made c. 1960 in Leeds.', 'Worn.']],
  ['It costs £4.50 in the UK. Free over £150.', ['It costs £4.50 in the UK.', 'Free over £150.']],
  ['Price: £4\nStatus: sold', ['Price: £4', 'Status: sold']],
])('of %j', (text, sentences) => expect(splitSentences(text, 'en')).toEqual(sentences))

it('gives slices of the text, in order, that leave out nothing but space', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 5, mode: 'sentences' }), (text) => {
      const sentences = splitSentences(text, 'en')
      for (const sentence of sentences) expect(text).toContain(sentence)
      expect(sentences.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
    }),
  )
})
