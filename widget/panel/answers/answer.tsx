import { useState } from 'preact/hooks'
import type { AnswerMessage } from '../../../protocol/messages.ts'
import { usePanel } from '../views/panel-context.ts'
import { useLazy } from '../views/use-lazy.ts'
import { AssistantName } from './assistant-name.tsx'
import { Markup } from './markup.tsx'

const loadAnswerFoot = () => import('./answer-foot.tsx')

/** What the assistant said: plain text on the surface, its items, its sources. Without a message it failed. */
export function Answer({ message, isLast }: { message?: AnswerMessage; isLast: boolean }) {
  const { texts } = usePanel()
  const foot = useLazy(message !== undefined, loadAnswerFoot)
  // A source may be asked for before its list has come.
  const [wish, setWish] = useState<{ n: number }>()
  if (!message)
    return (
      <article class="answer">
        <AssistantName />
        <p>{texts.failed}</p>
      </article>
    )
  return (
    <article class="answer">
      <AssistantName />
      <div class="said" dir="auto">
        <Markup
          text={message.text}
          mark={(n) => <Cite n={n} title={titleOf(message, n)} onOpen={setWish} />}
        />
      </div>
      {message.cut && <small>{texts.cut}</small>}
      {foot && <foot.AnswerFoot message={message} isLast={isLast} wish={wish} />}
    </article>
  )
}

function titleOf(message: AnswerMessage, n: number): string | undefined {
  return message.citations.find((citation) => citation.n === n)?.title
}

/** A number without a source is left out. */
function Cite({
  n,
  title,
  onOpen,
}: {
  n: number
  title: string | undefined
  onOpen(wish: { n: number }): void
}) {
  const { texts } = usePanel()
  if (title === undefined) return null
  return (
    <button
      type="button"
      class="cite"
      aria-label={texts.source(n, title)}
      onClick={() => onOpen({ n })}
    >
      {n}
    </button>
  )
}
