import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { deriveRoomKeys } from '../../rooms/derive-room-keys.ts'
import { readConfig } from '../config.ts'
import { runCli } from './run-cli.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'counterbell-keys-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

it('prints the keys that the server on this folder publishes with, and not its secret', async () => {
  const printed: string[] = []
  const terminal = {
    config: readConfig({ DATA_DIR: dataDir }),
    print: (line: string) => void printed.push(line),
    say: () => {},
  }
  expect(await runCli(['rooms', 'keys'], terminal)).toBe(0)
  const secret = readFileSync(join(dataDir, 'secret'), 'utf8')
  const { tokenKey, publishKey } = await deriveRoomKeys(secret)
  expect(JSON.parse(printed.join(''))).toEqual({
    ROOM_TOKEN_KEY: tokenKey,
    ROOM_PUBLISH_KEY: publishKey,
  })
  expect(tokenKey).not.toBe(publishKey)
  expect(printed.join('')).not.toContain(secret)
})
