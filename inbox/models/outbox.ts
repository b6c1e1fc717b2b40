import { type Signal, signal } from '@preact/signals'
import type { StaffReply } from '../../protocol/api.ts'
import type { ClientId } from '../../protocol/ids.ts'
import { newClientId } from '../wire/new-client-id.ts'
import type { Outcome, Refusal } from '../wire/request.ts'
import type { Unsent } from './drafts.ts'

/** After a refusal: the words went elsewhere, are tried once more as they are, or stay unsent. */
export type Verdict = 'moved' | 'again' | 'stays'
export type OutboxHooks = {
  send(one: Unsent): Promise<Outcome<StaffReply>>
  sent(reply: StaffReply): void
  refused(refusal: Refusal, one: Unsent): Promise<Verdict>
  changed(): void
}

/** Replies and notes that the server does not have yet, in order, one in flight. */
export function createOutbox(first: Unsent[], hooks: OutboxHooks) {
  const unsent: Signal<readonly Unsent[]> = signal(first)
  let flight: Promise<boolean> | null = null

  function set(next: readonly Unsent[]) {
    unsent.value = next
    hooks.changed()
  }
  const replace = (one: Unsent) =>
    set(unsent.peek().map((old) => (old.clientId === one.clientId ? one : old)))
  const remove = (clientId: ClientId) =>
    set(unsent.peek().filter((one) => one.clientId !== clientId))

  /** True when everything arrived. */
  async function flush(): Promise<boolean> {
    let repeated: ClientId | null = null
    for (;;) {
      const one = unsent.peek()[0]
      if (!one) return true
      if (one.state === 'failed') return false
      const outcome = await hooks.send(one)
      if (outcome.ok) {
        hooks.sent(outcome.value)
        remove(one.clientId)
        continue
      }
      const verdict = await hooks.refused(outcome, one)
      if (verdict === 'moved') remove(one.clientId)
      else if (verdict === 'again' && repeated !== one.clientId) repeated = one.clientId
      else if (outcome.code === 'offline') replace({ ...one, state: 'failed' })
      else replace({ ...one, state: 'failed', reason: outcome.message })
    }
  }

  function start(): Promise<boolean> {
    flight ??= flush().finally(() => {
      flight = null
    })
    return flight
  }

  const sending = ({ reason: _, ...one }: Unsent): Unsent => ({ ...one, state: 'sending' })

  return {
    unsent,
    remove,
    /** The server's own event has come: whatever the request made of it, this one is stored. */
    arrived: (clientId: ClientId) => {
      if (unsent.peek().some((one) => one.clientId === clientId)) remove(clientId)
    },
    post(kind: Unsent['kind'], text: string): Promise<boolean> {
      // What failed before goes first: order is kept.
      const next: Unsent = { clientId: newClientId(), kind, text, state: 'sending' }
      set([...unsent.peek().map(sending), next])
      return start()
    },
    retry(): Promise<boolean> {
      set(unsent.peek().map(sending))
      return start()
    },
  }
}
