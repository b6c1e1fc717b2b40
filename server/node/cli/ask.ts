import type { MessageId } from '../../../protocol/ids.ts'
import type { Answer } from '../../answers/answerer.ts'
import { chooseAnswerer } from '../../answers/choose-answerer.ts'
import { newId } from '../../core/new-id.ts'
import type { Database } from '../../db/database.ts'
import { readSettings } from '../../shops/read-settings.ts'
import { createLog } from '../create-log.ts'
import { type Command, type Terminal, UsageError } from './command.ts'
import { readOptions } from './read-options.ts'
import { withShop } from './with-shop.ts'

export const ask: Command = {
  usage: 'ask --shop S [--item CODE] [--json] QUESTION',
  help: 'Answers a question as the assistant would, with its sources. --item is the piece whose page the shopper looks at.',
  async run(args, terminal) {
    const { options, rest } = readOptions(args, { shop: 'text', item: 'text', json: 'flag' })
    if (rest.length === 0) throw new UsageError('QUESTION is missing.')
    const text = rest.join(' ')
    await withShop(terminal, options.shop, async (db) => {
      const answer = await answerOnce(db, terminal, text, options.item)
      if (options.json) terminal.print(JSON.stringify({ question: text, ...answer }))
      else printAnswer(answer, terminal)
    })
    return 0
  },
}

function answerOnce(
  db: Database,
  { config }: Terminal,
  text: string,
  itemCode: string | undefined,
): Promise<Answer> {
  const log = createLog(config.logLevel)
  const id: MessageId = newId('msg')
  const { language } = readSettings(db)
  return chooseAnswerer(config.claude).answer(
    { db, log, now: Date.now },
    { id, text, language, history: [], ...(itemCode !== undefined && { itemCode }) },
    { delta: () => {}, dropped: () => {}, signal: new AbortController().signal },
  )
}

function printAnswer(answer: Answer, { print, say }: Terminal): void {
  print(answer.text)
  for (const { n, title, quote } of answer.citations) print(`  [${n}] ${title}: ${quote}`)
  for (const { code, title, status } of answer.items) print(`  ${code}  ${title}  (${status})`)
  say(`Confidence ${answer.confidence.toFixed(2)}, answered by ${answer.answeredBy}.`)
}
