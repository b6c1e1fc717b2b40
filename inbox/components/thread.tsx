import { useInbox } from '../context.ts'
import { Bar } from './bar.tsx'
import { Brief } from './brief.tsx'
import { Details } from './details.tsx'
import { NobodyWaits } from './nobody-waits.tsx'
import { ThreadContext } from './thread-context.ts'
import { ThreadHead } from './thread-head.tsx'
import { ThreadLog } from './thread-log.tsx'

/** The opened conversation, or what there is to know while none is open. */
export function Thread() {
  const { thread, route } = useInbox()
  const model = thread.value
  if (!model) return route.value.conversationId ? <main class="thread" /> : <NobodyWaits />
  const refusal = model.log.refusal.value
  const conversation = model.log.conversation.value
  if (!conversation) {
    return (
      <main class="thread thread-empty" aria-label="Conversation">
        {refusal && refusal.code !== 'offline' ? (
          <p role="alert">
            {refusal.code === 'not_found' ? 'There is no such conversation.' : refusal.message}
          </p>
        ) : (
          <p class="meta">Loading</p>
        )}
        <BackLink />
      </main>
    )
  }
  return (
    <ThreadContext.Provider value={model} key={model.id}>
      <main class="thread" aria-label="Conversation">
        <ThreadHead />
        <Brief />
        <ThreadLog />
        <Bar />
      </main>
      <Details />
    </ThreadContext.Provider>
  )
}

function BackLink() {
  const { close } = useInbox()
  return (
    <button type="button" class="link" onClick={close}>
      Back to the list
    </button>
  )
}
