import type { TargetedEvent } from 'preact'
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
        <Markup text={message.text} mark={(n) => <Cite n={n} title={titleOf(message, n)} />} />
      </div>
      {message.cut && <small>{texts.cut}</small>}
      {foot && <foot.AnswerFoot message={message} isLast={isLast} />}
    </article>
  )
}

function titleOf(message: AnswerMessage, n: number): string | undefined {
  return message.citations.find((citation) => citation.n === n)?.title
}

/** Opens its source in the list below and moves focus there. A number without a source is left out. */
function Cite({ n, title }: { n: number; title: string | undefined }) {
  const { texts } = usePanel()
  if (title === undefined) return null
  const openSource = (event: TargetedEvent<HTMLElement>) => {
    const article = event.currentTarget.closest('article')
    const folded = article?.querySelector<HTMLDetailsElement>('details.folded')
    const source = article?.querySelector<HTMLDetailsElement>(`[data-source="${n}"]`)
    if (folded) folded.open = true
    if (source) source.open = true
    source?.querySelector('summary')?.focus()
  }
  return (
    <button type="button" class="cite" aria-label={texts.source(n, title)} onClick={openSource}>
      {n}
    </button>
  )
}
