import type { Finding } from '../finding.ts'
import type { RunIndex } from '../run-index.ts'

/** C13: the server's process ends when it is killed or told to stop, and never by itself. */
export function checkServerProcess(run: RunIndex): Finding[] {
  const killed = new Set<number>()
  return run.history.flatMap((entry) => {
    if (entry.kind !== 'server') return []
    if (entry.change === 'killed') killed.add(entry.pid)
    if (entry.change !== 'ended' || killed.has(entry.pid)) return []
    return [{ check: 'C13', detail: `the server ${entry.pid} ended by itself` } as const]
  })
}
