import type { CommandReply, EventsReply } from '../../../protocol/api.ts'
import type { PublicFace } from '../../../protocol/authors.ts'
import type { ErrorCode } from '../../../protocol/errors.ts'
import type { ConversationEvent, Rating } from '../../../protocol/events.ts'
import type {
  ConversationRoomFrame,
  LiveAnswer,
  StreamFrame,
  TypingFrame,
} from '../../../protocol/frames.ts'
import type { ConversationId, MessageId } from '../../../protocol/ids.ts'
import type { Language } from '../../../protocol/language.ts'
import type { Page } from '../../../protocol/messages.ts'
import { type ApiClient, ApiError } from '../connection/api-client.ts'
import { createLiveConnection } from '../connection/live-connection.ts'
import { postUnsent } from '../connection/post-unsent.ts'
import { createSynchroniser } from '../connection/synchroniser.ts'
import type { PanelStorage } from '../storage/panel-storage.ts'
import { newClientId, newVisitorToken } from '../storage/random-id.ts'
import { type Atom, createAtom } from '../store/atom.ts'
import { isLost, isUnreachable } from './decide-retry.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { createThread, type ThreadView } from './thread.ts'

/** Why something does not go, and when it is tried again. */
export type Trouble =
  | { kind: 'no_connection' | 'too_fast'; nextAt: number }
  | { kind: 'refused'; code: ErrorCode }

/** One conversation in this browser, from nothing said to resolved: state to watch and what one can do. */
export type ConversationModel = {
  thread: Atom<ThreadView>
  live: Atom<LiveAnswer | null>
  unsent: Outbox['list']
  /** The teammate who is writing. */
  writing: Atom<PublicFace | null>
  trouble: Atom<Trouble | null>
  send(text: string): void
  askForPerson(): void
  /** Takes an unsent text back: it is not sent any more. */
  takeBack: Outbox['remove']
  /** Each of these is false when the server could not be told. */
  declineOffer(): Promise<boolean>
  cancelHandoff(): Promise<boolean>
  rate(messageId: MessageId, rating: Rating): Promise<boolean>
  giveEmail(email: string): Promise<boolean>
  /** Whether the panel is open: then what may come is listened for in every phase. */
  setOpen(isOpen: boolean): void
  setWriting(isWriting: boolean): void
  /** Tries at once what waits for its next attempt. */
  retry(): void
  dispose(): void
}

export type ModelDeps = {
  api: ApiClient
  storage: PanelStorage
  language: Language
  /** The stored conversation to go on with. */
  resumeId: ConversationId | undefined
  page(): Page
  /** An event as it comes, `isNews` when it is not history that is being loaded. */
  onEvent(event: ConversationEvent, isNews: boolean): void
  /** The server does not know token or conversation any more. */
  onLost(): void
}

const WRITING_SHOWN_MS = 6_000
const COMMAND_ATTEMPTS = 4
const COMMAND_WAIT_MS = 400

export function createConversationModel(deps: ModelDeps): ConversationModel {
  const { api, storage, language } = deps
  let conversationId = deps.resumeId
  let isOpen = false
  /** History is loaded: what comes from here on is news. */
  let isCaughtUp = !conversationId
  let isDisposed = false
  let writingTimer: ReturnType<typeof setTimeout> | undefined
  const writing = createAtom<PublicFace | null>(null)
  const trouble = createAtom<Trouble | null>(null)

  const thread = createThread((event) => {
    if (event.clientId) outbox.remove(event.clientId)
    if (event.author.kind === 'teammate') writing.set(null)
    deps.onEvent(event, isCaughtUp)
  })
  const sync = createSynchroniser(catchUp, (failure) => {
    const refusal = failure?.error instanceof ApiError ? failure.error : undefined
    if (refusal && isLost(refusal)) return lose()
    if (failure && refusal && isUnreachable(refusal))
      trouble.set(waitingFor('no_connection', failure.nextInMs))
    if (failure || trouble.get()?.kind !== 'no_connection') return
    trouble.set(null)
    outbox.retry()
  })
  const connection = createLiveConnection({
    refresh: sync.refresh,
    onState: sync.socketIs,
    onFrame: (frame) => (frame.type === 'typing' ? showWriting(frame) : receive(frame)),
  })
  const outbox = createOutbox({
    storage,
    hasConversation: () => conversationId !== undefined,
    post: (unsent) => {
      storage.write('token', storage.read('token') ?? newVisitorToken())
      const target = { conversationId, language }
      return postUnsent(api, target, unsent, {
        receive,
        receiveResult,
        onCut: sync.refreshSoon,
      })
    },
    onTrouble(decision) {
      if (decision?.kind === 'anew') return lose()
      if (decision?.kind === 'later') trouble.set(waitingFor(decision.reason, decision.afterMs))
      else trouble.set(decision)
    },
  })

  function receive(frame: StreamFrame | ConversationRoomFrame): void {
    if (frame.type === 'open') connection.meet(frame.room)
    if (thread.receive(frame)) sync.refreshSoon()
  }

  function receiveResult(result: CommandReply): void {
    connection.meet(result.room)
    if (thread.receiveResult(result)) sync.refreshSoon()
  }

  async function catchUp(): Promise<void> {
    for (let more = conversationId !== undefined; more; ) {
      const asked = thread.live.get()
      const path = `/conversations/${conversationId}/events?after=${thread.cursor()}`
      const reply = await api.get<EventsReply>(path)
      if (isDisposed) return
      connection.meet(reply.room)
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
    writing.set(frame.on ? frame.from.teammate : null)
    writingTimer = setTimeout(() => writing.set(null), WRITING_SHOWN_MS)
  }

  function retry(): void {
    trouble.set(null)
    outbox.retry()
    if (conversationId) sync.refresh()
  }

  function update(): void {
    const { conversation } = thread.view.get()
    conversationId = conversation?.id ?? conversationId
    const phase = conversation?.phase.name
    const isHeld = phase === 'waiting' || phase === 'teammate'
    const isWanted = conversationId !== undefined && (isOpen || isHeld) && !isDisposed
    sync.listen(isWanted)
    connection.want(isWanted)
  }

  function dispose(): void {
    isDisposed = true
    update()
    clearTimeout(writingTimer)
    removeEventListener('online', retry)
    sync.dispose()
    connection.dispose()
    outbox.dispose()
  }

  function lose(): void {
    if (isDisposed) return
    dispose()
    deps.onLost()
  }

  thread.view.watch(update)
  addEventListener('online', retry)
  if (conversationId) sync.refresh()
  outbox.retry()

  return {
    thread: thread.view,
    live: thread.live,
    unsent: outbox.list,
    writing,
    trouble,
    send: (text) => outbox.add({ clientId: newClientId(), text, page: deps.page() }),
    askForPerson: () => outbox.add({ clientId: newClientId(), page: deps.page() }),
    takeBack: outbox.remove,
    declineOffer: () => command('handoff/decline'),
    cancelHandoff: () => command('handoff/cancel'),
    rate: (messageId, rating) => command(`messages/${messageId}/rating`, { rating }),
    giveEmail: (email) => command('email', { email }),
    setOpen(open) {
      isOpen = open
      update()
    },
    setWriting: (on) => connection.send({ type: 'typing', on }),
    retry,
    dispose,
  }
}

function waitingFor(kind: 'no_connection' | 'too_fast', waitMs: number): Trouble {
  return { kind, nextAt: Date.now() + waitMs }
}
