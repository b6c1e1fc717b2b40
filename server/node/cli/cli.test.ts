import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { runCli } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'counterbell-cli-'))
const dataDir = join(folder, 'data')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const STOCK = [
  'Code;Title;Status;Price;Currency;Inside leg',
  'K-001;Wool coat, navy;available;180;EUR;',
  'K-002;Straight jeans, indigo;sold;95,50;EUR;81 cm',
  'K-002;Straight jeans again;available;10;EUR;',
  'K-003;Ragged;available',
].join('\n')

async function counterbell(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const exitCode = await runCli(args, {
    config: readConfig({ DATA_DIR: dataDir, PORT: '8787' }),
    print: (line) => void out.push(line),
    say: (line) => void err.push(line),
  })
  return { exitCode, out: out.join('\n'), err: err.join('\n') }
}

function fileWith(name: string, text: string | Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

beforeAll(async () => {
  await counterbell(
    'shop',
    'create',
    '--name',
    'Käthes Laden',
    '--origin',
    'https://kaethe.example',
  )
  await counterbell('ingest', '--shop', 'kathes-laden', fileWith('stock.csv', STOCK))
})

test('shop create makes the slug of its name and prints the snippet', async () => {
  const made = await counterbell('shop', 'create', '--name', 'A Second Shop')
  expect(made.exitCode).toBe(0)
  expect(made.out).toContain('src="http://127.0.0.1:8787/widget.js" data-shop="a-second-shop"')
  const again = await counterbell('shop', 'create', '--name', 'A second shop')
  expect(again).toMatchObject({ exitCode: 1, err: expect.stringContaining('already') })
  const list = await counterbell('shop', 'list')
  expect(list.out.split('\n')).toEqual([
    'a-second-shop\tA Second Shop',
    'kathes-laden\tKäthes Laden\thttps://kaethe.example',
  ])
})

test('ingest says what was taken and lists what was refused by line, and keeps the good rows', async () => {
  const report = await counterbell('ingest', '--shop', 'kathes-laden', join(folder, 'stock.csv'))
  expect(report.exitCode).toBe(0)
  expect(report.out).toContain('2 rows taken, 2 refused')
  expect(report.out).toMatch(/line 4: code_repeated/)
  expect(report.out).toMatch(/line 5: row_ragged/)
})

test('ingest says which columns it does not know, and what it means that there is no status', async () => {
  await counterbell('shop', 'create', '--name', 'Halb')
  const ingest = (text: string) =>
    counterbell('ingest', '--shop', 'halb', fileWith('halb.csv', text))
  const { out } = await ingest('code;title;Stauts;Fach\nH-1;Schal;verkauft;7\n')
  expect(out.split('\n')).toEqual([
    'halb.csv: 1 rows taken',
    '  no status column: every piece counts as available',
    '  no price column: no piece has a price',
    '  columns that are not known, kept as attributes: Stauts, Fach',
  ])
  const known = await ingest('code;title;Verfügbarkeit;Preis\nH-1;Schal;verkauft;7\n')
  expect(known.out).toBe('halb.csv: 1 rows taken')
  const none = await ingest('code;title;Verfügbarkeit;Preis\n')
  expect(none).toMatchObject({
    exitCode: 1,
    out: expect.stringMatching(/no rows.*nothing was changed/i),
  })
  const asked = await counterbell('search', '--shop', 'halb', 'Schal')
  expect(asked.out).toContain('H-1')
})

test('ingest of a file that is no UTF-8, of nothing, and of a path that is not there fails and says why', async () => {
  const latin1 = fileWith('latin1.csv', new Uint8Array([...Buffer.from('code,title\nA,K'), 0xe4]))
  const refused = await counterbell('ingest', '--shop', 'kathes-laden', latin1)
  expect(refused).toMatchObject({ exitCode: 1, out: expect.stringContaining('UTF-8') })
  const empty = fileWith('empty.csv', '')
  expect((await counterbell('ingest', '--shop', 'kathes-laden', empty)).exitCode).toBe(1)
  const gone = await counterbell('ingest', '--shop', 'kathes-laden', join(folder, 'gone.csv'))
  expect(gone).toMatchObject({ exitCode: 1, err: expect.stringContaining('cannot be read') })
})

test('a source is listed, and gone with its items once it is removed', async () => {
  const guide = fileWith('guide.md', '# Guide\n\nMoths eat wool.\n')
  await counterbell('ingest', '--shop', 'kathes-laden', guide)
  const list = ['source', 'list', '--shop', 'kathes-laden']
  expect((await counterbell(...list)).out).toMatch(
    /^guide\.md\t1 passages\t\d{4}-\S+\nstock\.csv\t2 items\t\S+$/,
  )
  const remove = ['source', 'remove', '--shop', 'kathes-laden', 'guide.md']
  expect(await counterbell(...remove)).toMatchObject({ exitCode: 0 })
  expect((await counterbell(...list)).out).toMatch(/^stock\.csv\t[^\n]*$/)
  expect(await counterbell(...remove)).toMatchObject({
    exitCode: 1,
    err: 'There is no source "guide.md". The shop has: stock.csv.',
  })
})

test('search prints what was found; --queries one line of JSON a query, in order', async () => {
  const found = await counterbell('search', '--shop', 'kathes-laden', 'wool', 'coat')
  expect(found.out).toMatch(/K-001 {2}Wool coat, navy {2}\(stock.csv\)/)
  const queries = fileWith('queries.txt', 'indigo jeans\n\nwool coat\n')
  const lines = (await counterbell('search', '--shop', 'kathes-laden', '--queries', queries)).out
  const [jeans, blank, coat] = lines.split('\n').map((line) => JSON.parse(line))
  expect(jeans).toMatchObject({
    query: 'indigo jeans',
    results: [{ id: 'K-002', kind: 'item', source: 'stock.csv' }],
  })
  expect(Object.keys(jeans.results[0])).toEqual(['id', 'kind', 'title', 'source', 'score'])
  expect(blank).toEqual({ query: '', results: [], confidence: 0 })
  expect(coat.results[0].id).toBe('K-001')
  expect(coat.confidence).toBeGreaterThan(0.35)
})

test('ask answers from the content; --json gives the whole answer', async () => {
  const asked = ['ask', '--shop', 'kathes-laden', 'How much is the navy wool coat?']
  const answer = await counterbell(...asked)
  expect(answer.out).toContain('180')
  const json = JSON.parse((await counterbell(...asked, '--json')).out)
  expect(json).toMatchObject({ answeredBy: 'extractive', items: [{ code: 'K-001' }] })
})

test('triggers prints one line of JSON a message', async () => {
  const messages = fileWith('messages.txt', 'Kann ich mit jemandem sprechen?\nAre you a person?\n')
  const { out } = await counterbell('triggers', '--shop', 'kathes-laden', '--messages', messages)
  expect(out.split('\n').map((line) => JSON.parse(line))).toEqual([
    {
      message: 'Kann ich mit jemandem sprechen?',
      asksForPerson: true,
      declines: false,
      signals: ['asks_for_person'],
    },
    {
      message: 'Are you a person?',
      asksForPerson: false,
      declines: false,
      signals: ['asks_whether_person'],
    },
  ])
})

test('teammate add prints a one-time link, and on a known e-mail a reset link', async () => {
  const add = ['teammate', 'add', '--shop', 'kathes-laden', '--email', 'kaethe@shop.example']
  const first = await counterbell(...add, '--role', 'owner')
  expect(first.out).toMatch(/^http:\/\/127\.0\.0\.1:8787\/inbox\/kathes-laden#link=\S{20,}$/)
  const second = await counterbell(...add)
  expect(second.err).toContain('has an account')
  expect(second.out).not.toBe(first.out)
})

test('teammate remove ends an account, once', async () => {
  const account = ['--shop', 'kathes-laden', '--email', 'gone@shop.example']
  await counterbell('teammate', 'add', ...account)
  expect((await counterbell('teammate', 'remove', ...account)).exitCode).toBe(0)
  expect(await counterbell('teammate', 'remove', ...account)).toMatchObject({
    exitCode: 1,
    err: expect.stringContaining('No account'),
  })
})

test('README and docs name the command line as it is called, and only commands that there are', async () => {
  const root = join(import.meta.dirname, '../../..')
  const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'))
  for (const page of ['README.md', 'CONTRIBUTING.md', ...pages.map((name) => `docs/${name}`)]) {
    const text = readFileSync(join(root, page), 'utf8')
    expect(text.match(/(?:npx|`)\s?counterbell [a-z].*/g), page).toBeNull()
    for (const [, first = '', second = ''] of text.matchAll(/counterbell -- (\w+)(?: (\w+))?/g)) {
      const help = await counterbell(first, second, '--help')
      expect(help.out, `${page}: ${first} ${second}`).toContain('Usage: npm run counterbell -- ')
    }
  }
})

test('an unknown shop is said to be unknown and makes no file', async () => {
  for (const shop of ['nobody', '../etc/passwd', 'NOPE', '']) {
    const { exitCode, err } = await counterbell('search', '--shop', shop, 'coat')
    expect(exitCode).toBe(shop === '' ? 2 : 1)
    expect(err).not.toBe('')
  }
  expect(readdirSync(join(dataDir, 'shops')).filter((name) => name.includes('nobody'))).toEqual([])
})

test('a wrong call is exit code 2 with the usage; --help is 0 for every command', async () => {
  for (const args of [
    [],
    ['nonsense'],
    ['search', '--shop', 'kathes-laden'],
    ['search', '--shop', 'kathes-laden', '--top', 'many', 'coat'],
    ['ingest', '--shop', 'kathes-laden'],
    ['shop', 'create'],
    ['source', 'remove', '--shop', 'kathes-laden'],
    ['teammate', 'remove', '--shop', 'kathes-laden'],
    ['teammate', 'add', '--shop', 'kathes-laden', '--email', 'a@b.example', '--role', 'boss'],
    ['ask', '--shop', 'kathes-laden', '--unknown', 'x'],
  ]) {
    expect(await counterbell(...args), args.join(' ')).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('Usage: npm run counterbell -- '),
    })
  }
  for (const command of [
    'serve',
    'shop create',
    'shop list',
    'shop settings',
    'ingest',
    'source list',
    'source remove',
    'search',
    'ask',
    'triggers',
    'teammate add',
    'teammate remove',
    'rooms keys',
  ]) {
    const help = await counterbell(...command.split(' '), '--help')
    expect(help).toMatchObject({ exitCode: 0, out: expect.stringContaining(command) })
  }
})
