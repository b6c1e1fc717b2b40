import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeSettings } from '../shops/write-settings.ts'
import { readConfig } from './config.ts'
import { runServer } from './run-server.ts'
import { createShopFile } from './shop-files.ts'

test('knows of each request who is at the other end, and can end that connection alone', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'counterbell-server-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  await createShopFile(dataDir, 'demo', (db) => writeSettings(db, {}))
  const { ROOMS_URL, PORT } = { ROOMS_URL: 'https://rooms.example', PORT: '0' }
  const server = await runServer(readConfig({ DATA_DIR: dataDir, ROOMS_URL, PORT }))
  onTestFinished(server.close)
  const { platform, port } = server
  const url = `http://127.0.0.1:${port}/v1/shops/demo/widget`
  expect((await fetch(url)).status).toBe(200)

  const { peerAddress } = platform
  const peers: string[] = []
  platform.peerAddress = (request) => {
    peers.push(peerAddress(request))
    if (request.url.endsWith('?end')) platform.hangUp(request)
    return peerAddress(request)
  }
  await expect(fetch(`${url}?end`)).rejects.toThrow('fetch failed')
  expect((await fetch(url)).status).toBe(200)
  expect(peers).toEqual(['127.0.0.1', '127.0.0.1'])
})
