import type { ClientId } from '../../../../protocol/ids.ts'
import type { Finding } from '../finding.ts'
import type { LogStep, RunIndex } from '../run-index.ts'

const OF_THE_HOLDER = new Set(['message.created', 'conversation.handed_back'])

/**
 * C7: a teammate's command stands in the log only on the version that it was decided on, so that of two
 * who take the same version one has it; and only the holder writes and hands back (an admin too).
 */
export function checkOneHolder(run: RunIndex): Finding[] {
  const admins = new Set<string>(
    run.shops.flatMap(({ teammates }) =>
      teammates.filter(({ role }) => role !== 'teammate').map(({ id }) => id),
    ),
  )
  return [...run.threads.values()].flatMap(({ steps }) =>
    steps.flatMap((step) => {
      const wrong = whatIsWrong(run, step, admins)
      const { type, seq, conversationId } = step.event
      const detail = `${type} ${seq} of ${conversationId} ${wrong}`
      return wrong ? [{ check: 'C7', detail } as const] : []
    }),
  )
}

function whatIsWrong(
  run: RunIndex,
  { event, before }: LogStep,
  admins: Set<string>,
): string | undefined {
  if (event.author.kind !== 'teammate') return undefined
  const decidedOn = versionOf(run, event.clientId)
  if (decidedOn !== undefined && decidedOn !== before.version) {
    return `was decided on version ${decidedOn} and stands on ${before.version}`
  }
  if (!OF_THE_HOLDER.has(event.type)) return undefined
  const holder = before.phase.name === 'teammate' ? before.phase.teammate.id : undefined
  if (holder === event.author.id) return undefined
  if (event.type !== 'message.created' && holder && admins.has(event.author.id)) return undefined
  return `is not by the holder`
}

function versionOf(run: RunIndex, clientId: ClientId | undefined): number | undefined {
  return clientId === undefined ? undefined : run.commands.get(clientId)?.command.version
}
