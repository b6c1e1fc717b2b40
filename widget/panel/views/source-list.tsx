import { useState } from 'preact/hooks'
import type { Citation } from '../../../protocol/messages.ts'
import { Icon } from './icon.tsx'
import { usePanel } from './panel-context.ts'
import { useLazy } from './use-lazy.ts'

const loadPassage = () => import('./source-passage.tsx').then((module) => module.SourcePassage)

/** What the answer rests on, as quiet rows. Older answers fold theirs to one line. */
export function SourceList({ citations, isLast }: { citations: Citation[]; isLast: boolean }) {
  const { texts } = usePanel()
  const rows = (
    <div class="rows">
      {citations.map((citation, index) => (
        <Source key={citation.n} citation={citation} isFirst={isLast && index === 0} />
      ))}
    </div>
  )
  if (isLast)
    return (
      <div>
        <small>{texts.fromNotes}</small>
        {rows}
      </div>
    )
  return (
    <details class="more">
      <summary class="row">
        {texts.sources(citations.length)}
        <Icon name="down" />
      </summary>
      {rows}
    </details>
  )
}

/** The quote that is stored with the answer, and once opened by hand the passage around it. */
function Source({ citation, isFirst }: { citation: Citation; isFirst: boolean }) {
  const [isWanted, setWanted] = useState(false)
  const Passage = useLazy(isWanted, loadPassage)
  const quote = <mark>{String(citation.quote)}</mark>
  return (
    <details
      data-source={citation.n}
      open={isFirst}
      onToggle={(event) => event.currentTarget.open && setWanted(true)}
    >
      <summary class="row">
        <span class="cite">{citation.n}</span>
        {citation.title}
        <Icon name="down" />
      </summary>
      <blockquote dir="auto">
        {Passage ? <Passage citation={citation} quote={quote} /> : quote}
      </blockquote>
    </details>
  )
}
