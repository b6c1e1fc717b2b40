import { Icon } from './icon.tsx'
import { Markup } from './markup.tsx'
import { ownHostsOf } from './own-hosts.ts'
import { useThread } from './thread-context.ts'

/** The answer while it is written. Read aloud only once it is whole. */
export function LiveAnswer() {
  const { log } = useThread()
  const live = log.live.value
  if (!live) return null
  const nothingCited = {
    id: live.messageId,
    answers: live.answers,
    text: '',
    citations: [],
    items: [],
  }
  return (
    <div class="message message-answer message-live" aria-live="off" aria-busy="true">
      <div class="message-by">
        <Icon name="bell" size={14} />
        <b>Assistant</b>
        <span>is writing</span>
      </div>
      <Markup text={live.text} ownHosts={ownHostsOf(nothingCited, log.item.value)} />
    </div>
  )
}
