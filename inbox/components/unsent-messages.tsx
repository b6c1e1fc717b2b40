import { useThread } from './thread-context.ts'

/** What the server does not have yet. It stays until it is sent, or taken back on purpose. */
export function UnsentMessages() {
  const { composer } = useThread()
  return (
    <>
      {composer.unsent.value.map((one) => (
        <div key={one.clientId} class={`message message-unsent message-unsent-${one.kind}`}>
          <p class="block" dir="auto">
            {one.text}
          </p>
          {one.state === 'sending' ? (
            <span class="meta">Sending</span>
          ) : (
            <span class="unsent-state" role="alert">
              <span>
                {one.reason
                  ? `Not sent. ${one.reason}`
                  : 'Not sent yet. It goes when the connection is back.'}
              </span>
              <button type="button" class="link" onClick={() => void composer.retry()}>
                Try again
              </button>
              <button type="button" class="link" onClick={() => composer.takeBack(one)}>
                Edit
              </button>
            </span>
          )}
        </div>
      ))}
    </>
  )
}
