import type { Finding } from '../finding.ts'
import type { RunIndex } from '../run-index.ts'

/** C10: SQLite's own word on the file and on its search index. */
export function checkIntegrity(run: RunIndex): Finding[] {
  return run.shops.flatMap(({ shop, complaints }) =>
    complaints.map((complaint) => ({ check: 'C10', detail: `${shop}: ${complaint}` }) as const),
  )
}
