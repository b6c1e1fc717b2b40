import { useApp, useInbox } from '../context.ts'
import type { SystemEvent, ThreadItem } from '../models/thread-items.ts'
import { clockTime, dayName } from '../text/format-time.ts'
import { systemWords } from '../text/words.ts'
import { Answer } from './answer.tsx'
import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import { StaffBlock } from './staff-block.tsx'

/** One entry of the thread. */
export function ThreadEntry({ item }: { item: ThreadItem }) {
  switch (item.kind) {
    case 'day':
      return <Day at={item.at} />
    case 'unread':
      return (
        <div class="unread-line" data-unread>
          <span>{item.count} new</span>
        </div>
      )
    case 'visitor':
      return (
        <div class="message message-visitor">
          {item.lastOfRun && <time>{clockTime(item.at)}</time>}
          <p dir="auto">
            <span class="sr">Visitor: </span>
            {String(item.text)}
          </p>
        </div>
      )
    case 'answer':
      return <Answer item={item} />
    case 'teammate':
      return <TeammateMessage item={item} />
    case 'system':
      return <SystemLine event={item.event} />
    case 'staff':
      return <StaffBlock entries={item.entries} />
  }
}

function Day({ at }: { at: number }) {
  const now = useApp().connection.now.value
  return (
    <div class="system">
      <span>{dayName(at, now)}</span>
    </div>
  )
}

function TeammateMessage({ item }: { item: Extract<ThreadItem, { kind: 'teammate' }> }) {
  const { shop } = useInbox()
  const { teammate, text, at, firstOfRun } = item
  return (
    <div class={firstOfRun ? 'message message-teammate' : 'message message-teammate message-more'}>
      {firstOfRun && <Avatar face={teammate} />}
      <div class="message-said">
        {firstOfRun && (
          <div class="message-by">
            <b dir="auto">{teammate.name}</b>
            <span>
              from <bdi>{shop.name}</bdi>
            </span>
            <time>{clockTime(at)}</time>
          </div>
        )}
        <p class="block" dir="auto">
          {String(text)}
        </p>
      </div>
    </div>
  )
}

function SystemLine({ event }: { event: SystemEvent }) {
  const isJoining = event.type === 'conversation.taken_over'
  return (
    <div class={isJoining ? 'system system-person' : 'system'}>
      <span dir="auto">
        {isJoining && <Icon name="bell" size={14} />}
        {systemWords(event)}
      </span>
    </div>
  )
}
