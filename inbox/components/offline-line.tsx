import { useApp } from '../context.ts'

export function OfflineLine() {
  const { reachable } = useApp().connection
  return (
    <div role="status" class="offline-place">
      {!reachable.value && <p class="offline">No connection. Trying again</p>}
    </div>
  )
}
