import type { ClientId, ConversationId } from '../../protocol/ids.ts'

/** A reply or note on its way: it keeps its `clientId` until the server has it, so that it is stored once. */
export type Unsent = {
  clientId: ClientId
  kind: 'reply' | 'note'
  text: string
  state: 'sending' | 'failed'
  /** Why it was not taken, for the teammate; none where no answer came. */
  reason?: string
}
export type Draft = { reply: string; note: string; unsent: Unsent[] }

export type DraftStore = ReturnType<typeof createDraftStore>

/** What a teammate has typed, by conversation. Kept for this tab, also when a reload or an ended session comes between. */
export function createDraftStore(storage: Storage | null, owner: string) {
  const prefix = `counterbell.draft.${owner}.`
  return {
    read(id: ConversationId): Draft {
      try {
        return readDraft(storage?.getItem(prefix + id) ?? null)
      } catch {
        return readDraft(null)
      }
    },
    write(id: ConversationId, draft: Draft) {
      const empty = !draft.reply && !draft.note && draft.unsent.length === 0
      try {
        if (empty) storage?.removeItem(prefix + id)
        else storage?.setItem(prefix + id, JSON.stringify(draft))
      } catch {
        // Storage is full or blocked: the words are still on screen.
      }
    },
    /** At sign-out: nothing of the team's words stays on a shared computer. */
    forget() {
      for (const key of Object.keys(storage ?? {})) {
        if (key.startsWith(prefix)) storage?.removeItem(key)
      }
    },
  }
}

function readDraft(stored: string | null): Draft {
  const found: Partial<Draft> = stored ? JSON.parse(stored) : {}
  return {
    reply: String(found.reply ?? ''),
    note: String(found.note ?? ''),
    // Whether it arrived before the page went away nobody knows; the same clientId asks.
    unsent: (found.unsent ?? []).map((one) => ({ ...one, state: 'failed' })),
  }
}
