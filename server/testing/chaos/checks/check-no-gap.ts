import type { ConversationEvent } from '../../../../protocol/events.ts'
import { mayView, type Viewer } from '../../../../protocol/pure/audience.ts'
import type { Finding } from '../finding.ts'
import type { RunIndex, Thread, ViewerRecord } from '../run-index.ts'

/** C4: the log has no hole, and no viewer has one, sees a thing twice, or stays behind in the end. */
export function checkNoGap(run: RunIndex): Finding[] {
  const logs = [...run.threads.values()].flatMap(({ row, steps }) => {
    const events = steps.map(({ event }) => event)
    return [
      ...holesIn(`the log of ${row.id}`, 'staff', events),
      ...holesIn(`the public log of ${row.id}`, 'visitor', visible('visitor', events)),
    ]
  })
  const viewers = [...run.viewers.values()].flatMap((record) => checkViewer(run, record))
  return [...logs, ...viewers]
}

function checkViewer(run: RunIndex, record: ViewerRecord): Finding[] {
  const { viewer, shown, last } = record
  const findings = holesIn(viewer.id, viewer.role, shown)
  const seen = new Set<string>()
  for (const { id, seq } of shown) {
    if (seen.has(id)) findings.push({ check: 'C4', detail: `${viewer.id} shows ${seq} twice` })
    seen.add(id)
  }
  if (!last) return findings
  const end = lastSeqOf(run.threads.get(viewer.conversationId), viewer.role)
  const shownTo = shown.at(-1)?.seq ?? 0
  if (shownTo < end) {
    findings.push({ check: 'C4', detail: `${viewer.id} ends at ${shownTo} of ${end}` })
  }
  const commands = new Set(shown.map((event) => event.clientId))
  for (const clientId of last.screen.unsent.filter((id) => commands.has(id))) {
    findings.push({ check: 'C4', detail: `${viewer.id} shows ${clientId} as sent and as unsent` })
  }
  if (last.screen.live) {
    const { messageId } = last.screen.live
    findings.push({ check: 'C4', detail: `${viewer.id} still shows ${messageId} as being written` })
  }
  return findings
}

function holesIn(name: string, role: Viewer, events: ConversationEvent[]): Finding[] {
  const findings: Finding[] = []
  let before = 0
  for (const { seq, prev } of events) {
    // Going back is not a hole: C3 tells of it, and a repeat is told of above.
    const expected = role === 'staff' ? seq - 1 : prev
    if (seq > before && expected !== before) {
      findings.push({ check: 'C4', detail: `${name} has a hole between ${before} and ${seq}` })
    }
    before = Math.max(before, seq)
  }
  return findings
}

function visible(role: Viewer, events: ConversationEvent[]): ConversationEvent[] {
  return events.filter((event) => mayView(role, event.audience))
}

function lastSeqOf(thread: Thread | undefined, role: Viewer): number {
  const events = thread?.steps.map(({ event }) => event) ?? []
  return visible(role, events).at(-1)?.seq ?? 0
}
