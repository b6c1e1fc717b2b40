import type { Said } from '../model/unread.ts'

/** What the shopper said, to the letter. */
export function VisitorTurn({ turn }: { turn: { said: Said[] } }) {
  return (
    <div class="mine">
      {turn.said.map(({ message }) => (
        <p key={message.id} dir="auto">
          {String(message.text)}
        </p>
      ))}
    </div>
  )
}
