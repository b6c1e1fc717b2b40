import { useState } from 'preact/hooks'
import type { Rating } from '../../../protocol/events.ts'
import type { MessageId } from '../../../protocol/ids.ts'
import { useAtom } from '../store/use-atom.ts'
import { Icon } from './icon.tsx'
import { usePanel } from './panel-context.ts'

/** Thumbs. The newest one holds. */
export function Ratings({ messageId }: { messageId: MessageId }) {
  const { texts, model } = usePanel()
  const { events } = useAtom(model.thread)
  const [chosen, setChosen] = useState<Rating>()
  const stored = events.findLast(
    (event) => event.type === 'message.rated' && event.messageId === messageId,
  )
  const rating = chosen ?? (stored?.type === 'message.rated' ? stored.rating : undefined)
  const rate = async (next: Rating) => {
    setChosen(next)
    if (!(await model.rate(messageId, next))) setChosen(undefined)
  }
  return (
    <div class="row ratings">
      <small class="grow">{texts.answered}</small>
      <button
        type="button"
        class="tool"
        aria-label={texts.answeredYes}
        aria-pressed={rating === 'up'}
        onClick={() => rate('up')}
      >
        <Icon name="yes" />
      </button>
      <button
        type="button"
        class="tool edge"
        aria-label={texts.answeredNo}
        aria-pressed={rating === 'down'}
        onClick={() => rate('down')}
      >
        <Icon name="no" />
      </button>
    </div>
  )
}
