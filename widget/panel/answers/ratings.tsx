import { useState } from 'preact/hooks'
import type { Rating } from '../../../protocol/events.ts'
import type { MessageId } from '../../../protocol/ids.ts'
import { useAtom } from '../store/use-atom.ts'
import { Icon } from '../views/icon.tsx'
import { usePanel } from '../views/panel-context.ts'

const YES =
  'M6.5 9 9.3 3.3c1.2 0 2 .9 2 2.1V8h3.9c.9 0 1.6.8 1.4 1.7l-1 5.4c-.2.8-.8 1.4-1.6 1.4H6.5ZM3.3 9h3.2v7.5H3.3Z'
const NO =
  'm6.5 11 2.8 5.7c1.2 0 2-.9 2-2.1V12h3.9c.9 0 1.6-.8 1.4-1.7l-1-5.4c-.2-.8-.8-1.4-1.6-1.4H6.5ZM3.3 11h3.2V3.5H3.3Z'

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
        <Icon path={YES} />
      </button>
      <button
        type="button"
        class="tool edge"
        aria-label={texts.answeredNo}
        aria-pressed={rating === 'down'}
        onClick={() => rate('down')}
      >
        <Icon path={NO} />
      </button>
    </div>
  )
}
