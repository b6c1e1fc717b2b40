import { batch, computed, signal } from '@preact/signals'
import type { StaffCommand, StaffReply } from '../../protocol/api.ts'
import type { TeammateId } from '../../protocol/ids.ts'
import { newClientId } from '../wire/new-client-id.ts'
import type { Outcome, Refusal } from '../wire/request.ts'
import type { EventLog } from './event-log.ts'

export type CommandName = 'takeOver' | 'handBack' | 'resolve'
export type Asking = 'takeOver' | 'resolve' | null
/** Somebody else decided first. `afterSeq` is where the thread stood when this page decided. */
export type Conflict = { holderName: string | null; afterSeq: number }
export type Ownership = ReturnType<typeof createOwnership>
export type OwnershipHooks = {
  me: TeammateId
  run(name: CommandName, input: StaffCommand): Promise<Outcome<StaffReply>>
  done(reply: StaffReply): void
  fetch(): Promise<unknown>
}

/** Who holds the conversation, and the commands that change it: each names the version it was decided on. */
export function createOwnership(log: EventLog, hooks: OwnershipHooks) {
  const conflict = signal<Conflict | null>(null)
  const refusal = signal<Refusal | null>(null)
  const busy = signal<CommandName | null>(null)
  /** What is asked about before it is done: taking a colleague's conversation, resolving one that nobody has answered. */
  const asking = signal<Asking>(null)
  /** A command whose answer never came is sent again as the same one. */
  let unanswered: (StaffCommand & { name: CommandName }) | null = null

  const holdsIt = computed(() => {
    const phase = log.conversation.value?.phase
    return phase?.name === 'teammate' && phase.teammate.id === hooks.me
  })

  function finish(outcome: Outcome<StaffReply>, afterSeq: number) {
    const lost = !outcome.ok && isConflict(outcome)
    const holderName = lost ? holderNameIn(outcome) : null
    batch(() => {
      busy.value = null
      conflict.value = lost ? { holderName, afterSeq } : null
      // With a name the thread says who has it; without one the bar says that things have changed.
      refusal.value = outcome.ok || holderName ? null : outcome
    })
  }

  async function command(name: CommandName): Promise<boolean> {
    const conversation = log.conversation.peek()
    if (!conversation || busy.peek()) return false
    const { version } = conversation
    const repeats = unanswered?.name === name && unanswered.version === version
    const clientId = (repeats && unanswered?.clientId) || newClientId()
    const afterSeq = log.cursor()
    batch(() => {
      busy.value = name
      refusal.value = null
      asking.value = null
    })
    const outcome = await hooks.run(name, { clientId, version })
    if (outcome.ok) hooks.done(outcome.value)
    else if (isConflict(outcome)) await hooks.fetch()
    const noAnswer = !outcome.ok && outcome.code === 'offline'
    unanswered = noAnswer ? { name, clientId, version } : null
    finish(outcome, afterSeq)
    return outcome.ok
  }

  async function askFirst(name: NonNullable<Asking>): Promise<boolean> {
    if (asking.peek() === name) return command(name)
    asking.value = name
    return false
  }

  return {
    holdsIt,
    conflict,
    commandRefusal: refusal,
    busy,
    asking,
    command,
    /** Takes over at once, or asks first when a colleague holds it. True once it is ours. */
    async takeOver(): Promise<boolean> {
      const phase = log.conversation.peek()?.phase
      if (!phase || holdsIt.peek()) return false
      return phase.name === 'teammate' ? askFirst('takeOver') : command('takeOver')
    },
    /** There is no way back for who still waits: the first time only asks. */
    async resolve(): Promise<boolean> {
      const isWaiting = log.conversation.peek()?.phase.name === 'waiting'
      return isWaiting ? askFirst('resolve') : command('resolve')
    },
  }
}

export function isConflict({ code }: Refusal): boolean {
  return code === 'version_stale' || code === 'conversation_held' || code === 'not_holder'
}

export function holderNameIn({ details }: Refusal): string | null {
  return details.holderName === undefined ? null : String(details.holderName)
}
