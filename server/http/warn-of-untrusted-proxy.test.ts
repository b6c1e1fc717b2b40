import { expect, it } from 'vitest'
import { silentLog } from '../testing/silent-log.ts'
import { testPlatform } from '../testing/test-platform.ts'

async function warningsOf(trustProxyHops: number, headers: Record<string, string>) {
  const warnings: string[] = []
  const warn = (event: string) => {
    warnings.push(event)
  }
  const test = testPlatform({ trustProxyHops, log: { ...silentLog, warn } })
  for (let n = 0; n < 3; n++) await test.app.request('/healthz', { headers })
  test.close()
  return warnings
}

it('says once that a proxy’s word is not believed, where no proxy is trusted', async () => {
  const headers = { 'x-forwarded-for': '203.0.113.9' }
  expect(await warningsOf(0, headers)).toEqual(['proxy_not_trusted'])
  expect(await warningsOf(1, headers)).toEqual([])
  expect(await warningsOf(0, {})).toEqual([])
})
