import type { TargetedEvent } from 'preact'
import type { AnswerMessage } from '../../../protocol/messages.ts'
import { Icon } from './icon.tsx'
import { ItemCard } from './item-card.tsx'
import { Markup } from './markup.tsx'
import { usePanel } from './panel-context.ts'
import { Ratings } from './ratings.tsx'
import { SourceList } from './source-list.tsx'

/** What the assistant said: plain text on the surface, its items, its sources. Without a message it failed. */
export function Answer({ message, isLast }: { message?: AnswerMessage; isLast: boolean }) {
  const { texts } = usePanel()
  if (!message)
    return (
      <article class="answer">
        <AssistantName />
        <p>{texts.failed}</p>
      </article>
    )
  const { citations, items } = message
  return (
    <article class="answer">
      <AssistantName />
      <div class="said" lang="">
        <Markup text={message.text} mark={(n) => <Cite n={n} title={titleOf(message, n)} />} />
      </div>
      {message.cut && <small>{texts.cut}</small>}
      {items.length > 0 && (
        <ul class="card">
          {items.map((item) => (
            <li key={item.code}>
              <ItemCard item={item} />
            </li>
          ))}
        </ul>
      )}
      {citations.length > 0 && <SourceList citations={citations} isLast={isLast} />}
      {isLast && !message.cut && <Ratings messageId={message.id} />}
    </article>
  )
}

export function AssistantName({ isWriting = false }: { isWriting?: boolean }) {
  const { texts } = usePanel()
  return (
    <h3 class="who row">
      <Icon name="bell" />
      {isWriting ? texts.assistantWriting : texts.assistant}
    </h3>
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
    const folded = article?.querySelector<HTMLDetailsElement>('details.more')
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
