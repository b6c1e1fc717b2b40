import { isDeepStrictEqual } from 'node:util'
import type { Finding } from '../finding.ts'
import type { RunIndex } from '../run-index.ts'

/**
 * C3: what stands at a seq is the same event at every viewer and in the log, and every viewer shows it in
 * the log's order. Together: all viewers of one audience see the same order.
 */
export function checkSameOrder(run: RunIndex): Finding[] {
  return [...run.viewers.values()].flatMap(({ viewer, shown }) => {
    const steps = run.threads.get(viewer.conversationId)?.steps ?? []
    const findings: Finding[] = []
    let seq = 0
    for (const event of shown) {
      if (!isDeepStrictEqual(steps[event.seq - 1]?.event, event)) {
        findings.push({
          check: 'C3',
          detail: `${viewer.id} shows ${event.type} at ${event.seq}, and the log does not`,
        })
      }
      if (event.seq < seq) {
        findings.push({ check: 'C3', detail: `${viewer.id} shows ${event.seq} below ${seq}` })
      }
      seq = event.seq
    }
    return findings
  })
}
