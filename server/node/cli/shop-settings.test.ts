import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { runCli } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'counterbell-settings-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function counterbell(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const exitCode = await runCli(args, {
    config: readConfig({ DATA_DIR: join(folder, 'data') }),
    print: (line) => void out.push(line),
    say: (line) => void err.push(line),
  })
  return { exitCode, out: out.join('\n'), err: err.join('\n') }
}

function change(text: string) {
  const file = join(folder, 'settings.json')
  writeFileSync(file, text)
  return counterbell('shop', 'settings', '--shop', 'marlow', file)
}

beforeAll(async () => {
  await counterbell('shop', 'create', '--name', 'Marlow', '--origin', 'https://marlow.example')
})

test('settings change as the file names them, the rest stays, null brings the default back', async () => {
  const changed = await change(
    JSON.stringify({
      language: 'de',
      theme: { accent: '#1f4e46' },
      escalation: { unsure: { on: false }, long_exchange: { exchanges: [4] } },
    }),
  )
  expect(JSON.parse(changed.out)).toMatchObject({
    name: 'Marlow',
    language: 'de',
    origins: ['https://marlow.example'],
    theme: { accent: '#1f4e46', scheme: 'auto' },
    escalation: {
      unsure: { on: false, mode: 'offer' },
      long_exchange: { on: true, exchanges: [4] },
      asked: { on: true, mode: 'hand_off' },
    },
  })
  await change('{"theme":{"scheme":"dark"},"language":null}')
  const shown = await counterbell('shop', 'settings', '--shop', 'marlow')
  expect(JSON.parse(shown.out)).toMatchObject({
    language: 'en',
    theme: { accent: '#1f4e46', scheme: 'dark' },
  })
})

test.each([
  ['{"languge":"de"}', 'languge: There is no such setting.'],
  ['{"escalation":{"unsure":{"modus":"offer"}}}', 'escalation.unsure.modus: There is no such'],
  ['{"theme":{"accent":"red"}}', 'theme.accent: '],
  ['{"origins":["shop.example"]}', 'origins.0: An origin looks like https://shop.example'],
  ['{"rates":{"messagesPerMinuteVisitor":0}}', 'rates.messagesPerMinuteVisitor: '],
  ['{"language":"it"}', 'language: A language is en, de, fr or es.'],
  ['{"theme":{"scheme":"night"}}', 'theme.scheme: A scheme is auto, light or dark.'],
  ['{"theme":"dark"}', 'theme: This is a group: {"accent": …, "scheme": …}.'],
  ['{"theme":{"accent":7}}', 'theme.accent: A colour looks like #1f4e46.'],
  [
    '{"escalation":{"unsure":{"mode":"always"}}}',
    'escalation.unsure.mode: A mode is offer or hand_off.',
  ],
  ['{"escalation":{"unsure":{"on":"no"}}}', 'escalation.unsure.on: This is true or false.'],
  ['{"escalation":{"unsure":false}}', 'escalation.unsure: This is a group: {"on": …, "mode": …}.'],
  [
    '{"escalation":{"long_exchange":{"exchanges":3}}}',
    'escalation.long_exchange.exchanges: This is a list of whole numbers from 1 up, such as [3, 5].',
  ],
  ['{"rates":{"requestsPerMinuteShop":"many"}}', 'This is a whole number from 1 up.'],
  [
    '{"origins":"https://shop.example"}',
    'origins: This is a list, such as ["https://shop.example"].',
  ],
  ['{"name":7}', 'name: A shop has a name of 1 to 80 characters.'],
  ['{"privacyUrl":"/privacy"}', 'privacyUrl: An address looks like https://shop.example/privacy.'],
  [
    '{"suggestedQuestions":{"general":[{"it":"Quanto?"}],"item":[]}}',
    'A question is given by language',
  ],
  ['[1]', '0: There is no such setting.'],
  ['{', 'cannot be read as JSON'],
])('%s changes nothing and says why', async (text, why) => {
  const before = await counterbell('shop', 'settings', '--shop', 'marlow')
  const refused = await change(text)
  expect(refused).toMatchObject({ exitCode: 1, out: '', err: expect.stringContaining(why) })
  expect(await counterbell('shop', 'settings', '--shop', 'marlow')).toEqual(before)
})
