import type { CommandReply, EventsReply } from '../../../protocol/api.ts'
import type { ConversationEvent } from '../../../protocol/events.ts'
import type { ConversationRoomFrame, StreamFrame, TypingFrame } from '../../../protocol/frames.ts'
import type { ConversationId } from '../../../protocol/ids.ts'
import type { Language } from '../../../protocol/language.ts'
import type { Emit } from '../../page-events.ts'
import { type ApiClient, ApiError } from '../model/api-client.ts'
import type { ConversationState } from '../model/conversation-model.ts'
import { isLost, isUnreachable, type RetryDecision } from '../model/decide-retry.ts'
import type { Unsent } from '../model/outbox.ts'
import { newClientId } from '../storage/random-id.ts'
import type { KeepUp } from './keep-up.ts'
import { postUnsent } from './post-unsent.ts'
import type { RoundFailure } from './synchroniser.ts'
import { tellPage } from './tell-page.ts'
import { createThread } from './thread.ts'

/** What keeps a conversation in step with the server, from the shopper's first act on. */
export type Wire = {
  /** Resolves once the server has stored it. */
  post(unsent: Unsent): Promise<void>
  /** False when the server could not be told. */
  command(path: string, body?: object): Promise<boolean>
  setOpen(isOpen: boolean): void
  setWriting(isWriting: boolean): void
  refresh(): unknown
  dispose(): void
}

const WRITING_SHOWN_MS = 6_000
const COMMAND_ATTEMPTS = 4
const COMMAND_WAIT_MS = 400

/** Writes what comes into `state`. */
export function openWire(deps: {
  api: ApiClient
  language: Language
  /** The stored conversation to go on with. */
  resumeId: ConversationId | undefined
  state: ConversationState
  /** An event as it comes; `isNews` when it is not history that is being loaded. */
  onEvent(event: ConversationEvent, isNews: boolean): void
  emit: Emit
  /** How a round of asking went: not at all, or again in a while. */
  onRound(trouble: RetryDecision | null): void
}): Wire {
  const { api, language, state } = deps
  let conversationId = deps.resumeId
  let isOpen = false
  const ending = new AbortController()
  const { signal } = ending
  /** History is loaded: what comes from here on is news. */
  let isCaughtUp = !conversationId
  let writingTimer: ReturnType<typeof setTimeout> | undefined

  const thread = createThread(state, (event) => {
    if (event.author.kind === 'teammate') state.writing.set(null)
    if (isCaughtUp) tellPage(event, deps.emit)
    deps.onEvent(event, isCaughtUp)
  })
  let keepUp: Promise<KeepUp> | undefined
  /** The chunk may not have come, for want of a connection: then the next call fetches it again. */
  function withKeepUp(use: (keepUp: KeepUp) => void): void {
    keepUp ??= import('./keep-up.ts').then((chunk) =>
      chunk.createKeepUp({ catchUp, onRound, onFrame, signal }),
    )
    keepUp.then(use, () => {
      keepUp = undefined
    })
  }

  function onRound(failure?: RoundFailure): void {
    if (signal.aborted) return
    const refusal = failure?.error instanceof ApiError ? failure.error : undefined
    if (refusal && isLost(refusal)) deps.onRound({ kind: 'anew' })
    else if (failure && refusal && isUnreachable(refusal))
      deps.onRound({ kind: 'later', reason: 'no_connection', afterMs: failure.nextInMs })
    else if (!failure) deps.onRound(null)
  }

  function onFrame(frame: ConversationRoomFrame): void {
    if (frame.type === 'typing') showWriting(frame)
    else receive(frame)
  }

  /** A stream goes on after the end of what it was for, such as when the shopper starts over. */
  function receive(frame: StreamFrame | ConversationRoomFrame): void {
    if (signal.aborted) return
    if (frame.type === 'open') withKeepUp(({ meet }) => meet(frame.room))
    if (thread.receive(frame)) refreshSoon()
  }

  function receiveResult(result: CommandReply): void {
    if (signal.aborted) return
    withKeepUp(({ meet }) => meet(result.room))
    if (thread.receiveResult(result)) refreshSoon()
  }

  async function catchUp(): Promise<void> {
    for (let more = conversationId !== undefined; more; ) {
      const asked = state.live.get()
      const path = `/conversations/${conversationId}/events?after=${thread.cursor()}`
      const reply = await api.get<EventsReply>(path)
      if (signal.aborted) return
      withKeepUp(({ meet }) => meet(reply.room))
      thread.receiveReply(reply, asked)
      more = reply.more
    }
    isCaughtUp = true
  }

  async function command(path: string, body: object = {}): Promise<boolean> {
    const clientId = newClientId()
    for (let attempt = 0; attempt < COMMAND_ATTEMPTS; attempt++) {
      if (attempt)
        await new Promise((resolve) => setTimeout(resolve, COMMAND_WAIT_MS * 2 ** attempt))
      try {
        receiveResult(
          await api.post(`/conversations/${conversationId}/${path}`, { clientId, ...body }),
        )
        return true
      } catch (error) {
        if (error instanceof ApiError && !isUnreachable(error) && error.status !== 429) return false
      }
    }
    return false
  }

  function showWriting(frame: TypingFrame): void {
    if (frame.from.role !== 'staff') return
    clearTimeout(writingTimer)
    state.writing.set(frame.on ? frame.from.teammate : null)
    writingTimer = setTimeout(() => state.writing.set(null), WRITING_SHOWN_MS)
  }

  const refreshSoon = () => withKeepUp((opened) => opened.refreshSoon())
  const refresh = () => conversationId && withKeepUp((opened) => opened.refresh())

  /** Listens from the first act on: while the panel is open, or while people hold the conversation. */
  function update(): void {
    const { conversation } = state.thread.get()
    conversationId = conversation?.id ?? conversationId
    const phase = conversation?.phase.name
    const isHeld = phase === 'waiting' || phase === 'teammate'
    const isWanted = conversationId !== undefined && (isOpen || isHeld) && !signal.aborted
    if (isWanted || keepUp) withKeepUp(({ listen }) => listen(isWanted))
  }

  state.thread.watch(update)
  refresh()

  return {
    post: (unsent) =>
      postUnsent(api, { conversationId, language }, unsent, {
        receive,
        receiveResult,
        onCut: refreshSoon,
      }),
    command,
    setOpen(open) {
      isOpen = open
      update()
    },
    setWriting: (on) => withKeepUp(({ send }) => send({ type: 'typing', on })),
    refresh,
    dispose() {
      ending.abort()
      update()
    },
  }
}
