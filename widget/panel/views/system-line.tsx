import type { ConversationEvent } from '../../../protocol/events.ts'
import { useAtom } from '../store/use-atom.ts'
import { Icon } from './icon.tsx'
import { type PanelContents, usePanel } from './panel-context.ts'
import { Receipt } from './receipt.tsx'
import { formatTime } from './words.ts'

/** What happened, for the events that say something to a shopper; null for the others. */
export function SystemLine({ event }: { event: ConversationEvent }) {
  const panel = usePanel()
  const { conversation } = useAtom(panel.model.thread)
  const phase = conversation?.phase
  if (event.type === 'handoff.requested') {
    const isOpen = phase?.name === 'waiting' && phase.requestedAt === event.createdAt
    if (isOpen) return <Receipt phase={phase} />
  }
  const words = describe(event, panel)
  if (!words) return null
  return (
    <p class="system row">
      {event.type === 'conversation.taken_over' && <Icon name="bell" kind="ring" />}
      {words}
    </p>
  )
}

function describe(event: ConversationEvent, { texts, locale }: PanelContents): string | null {
  const time = formatTime(event.createdAt, locale)
  switch (event.type) {
    case 'handoff.requested':
      return texts.requested(time)
    case 'handoff.cancelled':
      return texts.cancelled
    case 'handoff.declined':
      return texts.declined
    case 'conversation.taken_over':
      return texts.isHere(event.teammate.name, time)
    case 'conversation.handed_back':
      return texts.handedBack(event.teammate.name, time)
    case 'conversation.resolved':
      return texts.resolved(event.teammate.name, time)
    case 'conversation.reopened':
      return texts.reopened
    default:
      return null
  }
}
