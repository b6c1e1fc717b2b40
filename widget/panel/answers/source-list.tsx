import { useState } from 'preact/hooks'
import type { Citation } from '../../../protocol/messages.ts'
import { DOWN, Icon } from '../views/icon.tsx'
import { usePanel } from '../views/panel-context.ts'
import { useLazy } from '../views/use-lazy.ts'

const loadPassage = () => import('./source-passage.tsx')

/** What the answer rests on, as quiet rows. Older answers fold theirs to one line. */
export function SourceList({ citations, isLast }: { citations: Citation[]; isLast: boolean }) {
  const { texts } = usePanel()
  const rows = (
    <div class="rows sources">
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
    <details class="folded small">
      <summary class="row">
        {texts.sources(citations.length)}
        <Icon path={DOWN} />
      </summary>
      {rows}
    </details>
  )
}

/** The quote that is stored with the answer, and once opened by hand the passage around it. */
function Source({ citation, isFirst }: { citation: Citation; isFirst: boolean }) {
  const [isWanted, setWanted] = useState(false)
  const chunk = useLazy(isWanted, loadPassage)
  const quote = <mark>{String(citation.quote)}</mark>
  return (
    <details
      data-source={citation.n}
      open={isFirst}
      onToggle={(event) => event.currentTarget.open && setWanted(true)}
    >
      <summary class="row">
        <span class="cite">{citation.n}</span>
        {String(citation.title)}
        <Icon path={DOWN} />
      </summary>
      <blockquote dir="auto">
        {chunk ? <chunk.SourcePassage citation={citation} quote={quote} /> : quote}
      </blockquote>
    </details>
  )
}
