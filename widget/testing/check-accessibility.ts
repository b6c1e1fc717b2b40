import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = {
  id: string
  impact: string
  nodes: { target: unknown; failureSummary: string }[]
}

/** What axe finds serious or worse in the widget, as lines to read. Open shadow roots are looked into. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const violations: Violation[] = await page.evaluate(async () => {
    const axe: { run(scope: string, options: object): Promise<{ violations: Violation[] }> } =
      Reflect.get(window, 'axe')
    return (await axe.run('counterbell-chat', { resultTypes: ['violations'] })).violations
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target}: ${node.failureSummary}`))
}
