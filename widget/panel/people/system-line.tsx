import { useAtom } from '../store/use-atom.ts'
import type { LineEvent } from '../thread/build-turns.ts'
import { BELL, Icon } from '../views/icon.tsx'
import { type PanelContents, usePanel } from '../views/panel-context.ts'
import { formatTime } from './format-time.ts'
import { Receipt } from './receipt.tsx'

/** What happened; for a call that still stands its receipt. */
export function SystemLine({ event }: { event: LineEvent }) {
  const panel = usePanel()
  const { conversation } = useAtom(panel.model.thread)
  const phase = conversation?.phase
  if (event.type === 'handoff.requested') {
    const isOpen = phase?.name === 'waiting' && phase.requestedAt === event.createdAt
    if (isOpen) return <Receipt phase={phase} seq={event.seq} />
  }
  return (
    <p class="system row small">
      {event.type === 'conversation.taken_over' && <Icon path={BELL} kind="ring" />}
      {describe(event, panel)}
    </p>
  )
}

function describe(event: LineEvent, { texts, locale }: PanelContents): string {
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
  }
}
