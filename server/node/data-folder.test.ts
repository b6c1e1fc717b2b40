import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from './cli/run-cli.ts'
import { readConfig } from './config.ts'
import { makeDataFolder } from './data-folder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterbell-data-'))
  writeFileSync(join(folder, 'file'), '')
})
afterEach(() => rmSync(folder, { recursive: true }))

async function run(dataDir: string, ...args: string[]) {
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const config = readConfig({ DATA_DIR: dataDir, PORT: '0', SHOP_PORT: '0' })
  return { exitCode: await runCli(args, { config, print: say, say }), said }
}

it('is made with its parents, for this user alone', () => {
  makeDataFolder(join(folder, 'a/b'))
  makeDataFolder(join(folder, 'a/b'))
  expect(statSync(join(folder, 'a/b/shops')).mode & 0o777).toBe(0o700)
})

const WRITING = [['shop', 'create', '--name', 'Marlow'], ['rooms', 'keys'], ['serve']]
const READING = [
  ['shop', 'list'],
  ['search', '--shop', 'marlow', 'coat'],
]

describe.each([...READING, ...WRITING])('%s %s', (...args) => {
  it.each(['file', 'file/below', 'file/far/below'])(
    'says that DATA_DIR %s is none',
    async (path) => {
      const { exitCode, said } = await run(join(folder, path), ...args)
      expect(exitCode).toBe(1)
      expect(said).toEqual([
        `DATA_DIR cannot be ${join(folder, path)}: ${join(folder, 'file')} is a file. Name a folder.`,
      ])
    },
  )
})

// What makes a folder there fails for the superuser too, and Node's own way never returns.
describe.each(WRITING)('%s %s', (...args) => {
  it.each(['/proc/counterbell/data', '/sys'])(
    'says that nothing can be written at %s',
    async (path) => {
      const { exitCode, said } = await run(path, ...args)
      expect(exitCode).toBe(1)
      expect(said).toEqual([
        expect.stringMatching(
          /^DATA_DIR \S+ cannot be written \(E[A-Z]+\)\. Name a folder that this user may write to\.$/,
        ),
      ])
    },
  )
})

it('is not made through a link that leads nowhere', () => {
  symlinkSync(join(folder, 'nowhere'), join(folder, 'link'))
  expect(() => makeDataFolder(join(folder, 'link'))).toThrow('cannot be written (EEXIST)')
})

it('without a shop, shop list says that there is none', async () => {
  const { exitCode, said } = await run(join(folder, 'new'), 'shop', 'list')
  expect(exitCode).toBe(0)
  expect(said).toEqual([`There is no shop in ${join(folder, 'new')} yet.`])
})
