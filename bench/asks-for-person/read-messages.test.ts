import { expect, test } from 'vitest'
import { readMessages } from './read-messages.ts'

const LINE = '{"text":"Can I talk to someone?","y":1,"src":"mails","lang":"en"}'

test('reads one labelled message a line', () => {
  expect(readMessages(`${LINE}\n\n${LINE}\n`)).toHaveLength(2)
})

test.each([
  'Ich will mit jemandem sprechen\nWas kostet das?\n',
  `${LINE}\n{"text":"Was kostet das?"}`,
  '[1]',
])('says of %j which line is none and what one looks like', (text) => {
  expect(() => readMessages(text)).toThrow(
    /^Line [12] is no labelled message\. One looks like \{"text": .*"y": 1.*\}$/,
  )
})
