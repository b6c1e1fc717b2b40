import type { ClientId, ConversationId } from '../../../../protocol/ids.ts'
import type { Finding } from '../finding.ts'
import type { RunIndex } from '../run-index.ts'

/**
 * C5: a command that was begun after another one was acknowledged comes after it in the log. That holds for
 * one sender, whose own order is kept, and for what people do in answer to each other.
 */
export function checkSenderOrder(run: RunIndex): Finding[] {
  const mainSeq = new Map<ClientId, { seq: number; id: ConversationId }>()
  for (const { steps, row } of run.threads.values()) {
    for (const { event } of steps) {
      if (event.clientId) mainSeq.set(event.clientId, { seq: event.seq, id: row.id })
    }
  }
  const acknowledged = new Map<ConversationId, number>()
  const floors = new Map<ClientId, number>()
  const findings: Finding[] = []
  for (const entry of run.history) {
    if (entry.kind === 'invoke') {
      const place = mainSeq.get(entry.command.clientId)
      if (place) floors.set(entry.command.clientId, acknowledged.get(place.id) ?? 0)
    }
    if (entry.kind !== 'ok') continue
    const place = mainSeq.get(entry.clientId)
    // What changed nothing has no place yet; a late copy of it may find one.
    if (!place || !entry.events.some((e) => e.clientId === entry.clientId)) continue
    const floor = floors.get(entry.clientId) ?? 0
    if (place.seq <= floor) {
      const detail = `${entry.clientId} has seq ${place.seq}, and ${floor} was acknowledged before it`
      findings.push({ check: 'C5', detail })
    }
    acknowledged.set(place.id, Math.max(acknowledged.get(place.id) ?? 0, place.seq))
  }
  return findings
}
