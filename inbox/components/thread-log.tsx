import { useComputed } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { threadItems } from '../models/thread-items.ts'
import { Icon } from './icon.tsx'
import { LiveAnswer } from './live-answer.tsx'
import { useThread } from './thread-context.ts'
import { ThreadEntry } from './thread-entry.tsx'
import { TypingLines } from './typing-lines.tsx'
import { UnsentMessages } from './unsent-messages.tsx'
import { useLogScroll } from './use-log-scroll.ts'

export function ThreadLog() {
  const { log, firstUnread, ownership, composer, seen } = useThread()
  const items = useComputed(() =>
    threadItems(log.events.value, {
      firstUnread: firstUnread.value,
      conflict: ownership.conflict.value,
    }),
  )
  const scroller = useRef<HTMLDivElement>(null)
  const column = useRef<HTMLDivElement>(null)
  const scroll = useLogScroll({
    scroller,
    column,
    length: items.value.length,
    unreadAt: items.value.findIndex((item) => item.kind === 'unread'),
    seen,
    sending: composer.unsent.value.length,
    holdsIt: ownership.holdsIt.value,
  })
  const from = scroll.from.value
  return (
    <div class="log-place">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller is reached by keyboard too. */}
      <div class="log" role="log" aria-label="Conversation" tabIndex={0} ref={scroller}>
        <div class="column" ref={column}>
          {from > 0 && (
            <button type="button" class="earlier" onClick={scroll.showEarlier}>
              {from} earlier
            </button>
          )}
          {items.value.slice(from).map((item) => (
            <ThreadEntry key={item.key} item={item} />
          ))}
          <LiveAnswer />
          <UnsentMessages />
          <TypingLines />
        </div>
      </div>
      {scroll.isUp.value && (
        <button type="button" class="newest" onClick={scroll.toNewest}>
          Newest <Icon name="down" size={14} />
        </button>
      )}
    </div>
  )
}
