import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type AxeWindow = Window & {
  axe?: {
    run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>
  }
}

/** What axe finds serious or critical, in the page and in the panel's shadow root. */
export async function findViolations(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  // As the debugger, since the pages' own policies rightly refuse a foreign script.
  await session.send('Runtime.evaluate', { expression: AXE })
  await session.detach()
  return page.evaluate(async () => {
    const result = await (window as AxeWindow).axe?.run()
    return (result?.violations ?? [])
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  })
}
