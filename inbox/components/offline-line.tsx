import { useApp, useInbox } from '../context.ts'

/** One line while the list may be behind; it goes by itself. */
export function OfflineLine() {
  const { reachable } = useApp().connection
  const { list } = useInbox()
  const refusal = list.refusal.value
  return (
    <div role="status">
      {!reachable.value ? (
        <p class="offline">No connection. Trying again</p>
      ) : (
        refusal && refusal.code !== 'offline' && <p class="offline">{refusal.message}</p>
      )}
    </div>
  )
}
