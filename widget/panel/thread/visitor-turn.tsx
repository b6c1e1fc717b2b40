import type { Said } from '../model/unread.ts'
import { usePanel } from '../views/panel-context.ts'

/** What the shopper said, to the letter; `isKept` while it waits for somebody to come. */
export function VisitorTurn({ turn, isKept }: { turn: { said: Said[] }; isKept: boolean }) {
  const { texts } = usePanel()
  return (
    <div class="mine">
      <h3 class="unseen">{texts.you}</h3>
      {turn.said.map(({ message }) => (
        <p key={message.id} dir="auto">
          {String(message.text)}
        </p>
      ))}
      {isKept && <small>{texts.kept}</small>}
    </div>
  )
}
