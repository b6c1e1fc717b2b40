import type { PanelHost, StoredConversation } from '../panel-host.ts'
import { createConversationModel } from './model/conversation-model.ts'
import { createUnread, type Unread } from './model/unread.ts'
import { parseJson } from './storage/parse-json.ts'
import { createAtom } from './store/atom.ts'
import type { News, PanelContents } from './views/panel-context.ts'

/** One conversation in this browser with what hangs on it. Starting over ends it and makes another. */
export type Session = {
  contents: PanelContents
  unread: Unread
  setOpen(isOpen: boolean): void
  dispose(): void
}

/** What outlives a conversation: words, storage, the page, what is being typed. */
export type Lasting = Omit<PanelContents, 'model' | 'news' | 'isOffered' | 'hiddenSlip'>

const NEWS_KEPT = 3

/** `onLost` is called when the server does not know this conversation any more. */
export function createSession(host: PanelHost, lasting: Lasting, onLost: () => void): Session {
  const { storage, api, pageItem, texts } = lasting
  const stored = readStored(storage.read('conversation'))
  const unread = createUnread(stored?.seen ?? 0)
  const news = createAtom<readonly News[]>([])
  const label = host.shell.ariaLabel ?? ''
  const ending = new AbortController()
  let isOpen = false

  const model = createConversationModel({
    api,
    storage,
    language: host.language,
    resumeId: stored?.id,
    page: pageItem.page,
    emit: host.emit,
    onLost() {
      storage.remove('token')
      storage.remove('conversation')
      onLost()
    },
    onEvent(event, isNews) {
      if (isOpen && !document.hidden) unread.clear(event.seq)
      else unread.add(event)
      const { type, author } = event
      if (!isNews || type !== 'message.created' || author.kind === 'visitor') return
      const name = author.kind === 'teammate' ? author.name : texts.assistant
      const words = `${name}: ${event.message.text}`
      news.set([...news.get(), { id: event.id, words }].slice(-NEWS_KEPT))
    },
  })

  /** Keeps for later pages what they need to know. Nothing before the first act. */
  function keep(): void {
    const { conversation, events } = model.thread.get()
    if (isOpen && !document.hidden) unread.clear(events.at(-1)?.seq ?? 0)
    const token = storage.read('token')
    if (!conversation || !token) return
    const record = {
      id: conversation.id,
      token,
      phase: conversation.phase.name,
      seen: unread.seen(),
    }
    storage.write('conversation', JSON.stringify({ ...record, open: isOpen }))
  }
  const tellUnread = () => {
    const count = unread.messages.get().length
    host.launcher.ariaLabel = count ? texts.unread(label, count) : label
    host.emit('unread', { count })
  }
  unread.messages.watch(tellUnread)
  model.thread.watch(keep)
  document.addEventListener('visibilitychange', keep, ending)

  return {
    contents: {
      ...lasting,
      model,
      news,
      isOffered: createAtom(false),
      hiddenSlip: createAtom(0),
    },
    unread,
    setOpen(open) {
      isOpen = open
      model.setOpen(open)
      keep()
    },
    dispose() {
      ending.abort()
      model.dispose()
      unread.clear(0)
    },
  }
}

/** What an earlier page kept; anything else that stands there counts as nothing. */
function readStored(text: string | null): StoredConversation | undefined {
  const stored = parseJson<StoredConversation>(text)
  return typeof stored?.id === 'string' ? stored : undefined
}
