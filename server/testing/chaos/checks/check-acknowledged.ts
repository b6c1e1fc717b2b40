import { isDeepStrictEqual } from 'node:util'
import type { ConversationEvent } from '../../../../protocol/events.ts'
import type { ClientId } from '../../../../protocol/ids.ts'
import type { Finding } from '../finding.ts'
import type { CommandName } from '../history.ts'
import type { CommandRecord, RunIndex } from '../run-index.ts'

/** Commands that never succeed without an event of their own. */
const ALWAYS_WRITES = new Set<CommandName>([
  'start',
  'start_handoff',
  'message',
  'rate',
  'email',
  'reply',
  'note',
  'hand_back',
])

/** C1: whatever a reply said is in the log, word for word, and each command is there once. */
export function checkAcknowledged(run: RunIndex): Finding[] {
  const stored = new Map<string, ConversationEvent>()
  const times = new Map<ClientId, number>()
  for (const event of run.shops.flatMap((shop) => shop.events)) {
    stored.set(event.id, event)
    if (event.clientId) times.set(event.clientId, (times.get(event.clientId) ?? 0) + 1)
  }
  const twice = [...times].flatMap(([clientId, n]) =>
    n === 1 ? [] : [{ check: 'C1', detail: `${clientId} is stored ${n} times` } as const],
  )
  return [...run.commands.values()]
    .flatMap((record) => checkCommand(record, stored, times))
    .concat(twice)
}

function checkCommand(
  { command, outcome }: CommandRecord,
  stored: Map<string, ConversationEvent>,
  times: Map<ClientId, number>,
): Finding[] {
  if (outcome.kind !== 'ok') return []
  const { clientId, name } = command
  const lost = outcome.events.filter((event) => !isDeepStrictEqual(stored.get(event.id), event))
  const findings: Finding[] = lost.map(({ type, seq }) => ({
    check: 'C1',
    detail: `the reply to ${name} ${clientId} told of ${type} ${seq}, which is not in the log`,
  }))
  if (ALWAYS_WRITES.has(name) && !times.has(clientId)) {
    findings.push({ check: 'C1', detail: `${name} ${clientId} was acknowledged and is not stored` })
  }
  return findings
}
