import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { ThreadItem } from '../models/thread-items.ts'
import { clockTime } from '../text/format-time.ts'
import { Confidence } from './confidence.tsx'
import { Icon } from './icon.tsx'
import { ItemCard } from './item-card.tsx'
import { Markup } from './markup.tsx'
import { ownHostsOf } from './own-hosts.ts'
import { Sources } from './sources.tsx'
import { useThread } from './thread-context.ts'

type Props = { item: Extract<ThreadItem, { kind: 'answer' }> }

/** What the assistant said, as the shopper sees it, and below what only the team sees of it. */
export function Answer({ item: { message, at, assessment, rating } }: Props) {
  const { log } = useThread()
  const opened = useSignal<number | null>(null)
  const sources = useRef<HTMLOListElement>(null)
  const showSource = (n: number) => {
    opened.value = opened.value === n ? null : n
    sources.current?.querySelector<HTMLElement>(`[data-source="${n}"]`)?.focus()
  }
  return (
    <div class="message message-answer">
      <div class="message-by">
        <Icon name="bell" size={14} />
        <b>Assistant</b>
        <time>{clockTime(at)}</time>
        {rating && <span class="rating">{rating === 'up' ? 'Found helpful' : 'Not helpful'}</span>}
      </div>
      <Markup
        text={message.text}
        ownHosts={ownHostsOf(message, log.item.value)}
        onMark={showSource}
      />
      {message.cut && <p class="cut">Stopped here: somebody stepped in.</p>}
      {message.items.map((item) => (
        <ItemCard key={item.code} item={item} />
      ))}
      <Sources citations={message.citations} opened={opened} listRef={sources} />
      {assessment && (
        <div class="staff">
          <Confidence assessment={assessment} />
        </div>
      )}
    </div>
  )
}
