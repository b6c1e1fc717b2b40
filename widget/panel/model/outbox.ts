import type { ErrorCode } from '../../../protocol/errors.ts'
import type { ClientId } from '../../../protocol/ids.ts'
import type { Page } from '../../../protocol/messages.ts'
import type { PanelStorage } from '../storage/panel-storage.ts'
import { parseJson } from '../storage/parse-json.ts'
import { type Atom, createAtom } from '../store/atom.ts'
import { decideRetry, type RetryDecision } from './decide-retry.ts'

/** What the shopper has sent and the thread does not show yet. Without `text` it asks for a person. */
export type Unsent = {
  clientId: ClientId
  text?: string
  page: Page
  /** Stored by the server; it goes when its event has come. */
  isStored?: boolean
  /** Refused for good: the shopper sees why and may take the text back. */
  refused?: ErrorCode
}

export type Outbox = {
  list: Atom<readonly Unsent[]>
  add(unsent: Unsent): void
  /** Its event is on screen, or the shopper took it back. */
  remove(clientId: ClientId): void
  retry(): void
  dispose(): void
}

/**
 * Sends in order, one at a time, with the same `clientId` until it is stored. `post` resolves once
 * the server has stored it. `onTrouble` hears what was decided; `null` when all has gone.
 */
export function createOutbox(deps: {
  storage: PanelStorage
  hasConversation(): boolean
  post(unsent: Unsent): Promise<void>
  onTrouble(decision: RetryDecision | null): void
}): Outbox {
  const { storage, post, onTrouble } = deps
  const list = createAtom<readonly Unsent[]>(readUnsent(storage))
  let isSending = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function change(next: readonly Unsent[]): void {
    const known = [...list.get(), ...next].map(({ clientId }) => clientId)
    // What another tab has not sent yet stays.
    const others = readUnsent(storage).filter(({ clientId }) => !known.includes(clientId))
    const kept = [...others, ...next.filter((unsent) => !unsent.isStored)]
    if (kept.length) storage.write('unsent', JSON.stringify(kept))
    else storage.remove('unsent')
    list.set(next)
  }

  function mark(clientId: ClientId, marks: Partial<Unsent>): void {
    change(
      list.get().map((unsent) => (unsent.clientId === clientId ? { ...unsent, ...marks } : unsent)),
    )
  }

  async function drain(): Promise<void> {
    clearTimeout(timer)
    if (isSending) return
    isSending = true
    for (let next = nextOf(list.get()); next; next = nextOf(list.get())) {
      try {
        await post(next)
        failures = 0
        mark(next.clientId, { isStored: true })
        onTrouble(null)
      } catch (error) {
        const decision = decideRetry(error, failures++, deps.hasConversation())
        if (decision.kind === 'refused') mark(next.clientId, { refused: decision.code })
        if (decision.kind === 'later') timer = setTimeout(drain, decision.afterMs)
        onTrouble(decision)
        if (decision.kind !== 'refused') break
      }
    }
    isSending = false
  }

  return {
    list,
    add(unsent) {
      change([...list.get(), unsent])
      drain()
    },
    remove(clientId) {
      const rest = list.get().filter((unsent) => unsent.clientId !== clientId)
      if (rest.length !== list.get().length) change(rest)
    },
    retry: drain,
    dispose() {
      clearTimeout(timer)
      // What is in storage is the next outbox's.
      list.set([])
    },
  }
}

function nextOf(list: readonly Unsent[]): Unsent | undefined {
  return list.find((unsent) => !unsent.isStored && !unsent.refused)
}

/** What an earlier page could not send. Anything else that stands there counts as nothing. */
function readUnsent(storage: PanelStorage): Unsent[] {
  const stored = parseJson(storage.read('unsent'))
  return Array.isArray(stored)
    ? stored.filter((unsent) => typeof unsent?.clientId === 'string')
    : []
}
