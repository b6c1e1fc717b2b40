import { createExtractiveAnswerer } from '../server/answers/extractive.ts'
import { newId } from '../server/core/new-id.ts'
import { demoDatabase, readDemoQuestions, verdict } from '../server/testing/demo-questions.ts'
import { silentLog } from '../server/testing/silent-log.ts'

/** The demo's questions with what was answered: `node bench/run.mjs bench/questions.ts examples/vintage-shop`. */
const [folder = 'examples/vintage-shop', ...more] = process.argv.slice(2)
const db = demoDatabase(folder)
const answerer = createExtractiveAnswerer()
const counts = { right: 0, refused: 0, wrong: 0 }

for (const asked of more.length > 0 ? [] : readDemoQuestions(folder)) {
  const answer = await ask(asked.question, asked.item)
  const judged = verdict(db, asked, answer)
  counts[judged] += 1
  print(judged, asked.question, asked.item, answer)
}
for (const text of more) {
  const [question = '', item] = text.split('@')
  print('', question, item, await ask(question, item))
}
if (more.length === 0) {
  console.log(`${counts.right} right, ${counts.refused} refused, ${counts.wrong} wrong`)
}

function ask(text: string, itemCode: string | undefined) {
  return answerer.answer(
    { db, log: silentLog, now: Date.now },
    {
      id: newId('msg'),
      text,
      language: /\b(ist|der|die|das|wie|gibt)\b/i.test(text) ? 'de' : 'en',
      history: [],
      ...(itemCode !== undefined && { itemCode }),
    },
    { delta: () => {}, dropped: () => {}, signal: new AbortController().signal },
  )
}

type Shown = Awaited<ReturnType<typeof ask>>

function print(judged: string, question: string, item: string | undefined, answer: Shown): void {
  console.log(
    `${judged.padEnd(8)}${answer.confidence.toFixed(2)}  ${question}${item ? ` @${item}` : ''}`,
  )
  console.log(`              ${answer.text.replaceAll('\n', ' / ')}`)
  for (const { n, title } of answer.citations) console.log(`              [${n}] ${title}`)
}
