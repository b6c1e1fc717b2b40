import { useEffect, useRef, useState } from 'preact/hooks'
import type { Citation } from '../../../protocol/messages.ts'
import { DOWN, Icon } from '../views/icon.tsx'
import { usePanel } from '../views/panel-context.ts'
import { useLazy } from '../views/use-lazy.ts'
import { webUrl } from '../views/web-url.ts'

const loadPassage = () => import('./source-passage.tsx')

/**
 * What the answer rests on, as quiet rows. Older answers fold theirs to one line. The source that is
 * wished for opens and takes focus.
 */
export function SourceList({
  citations,
  isLast,
  wish,
}: {
  citations: Citation[]
  isLast: boolean
  wish: { n: number } | undefined
}) {
  const { texts } = usePanel()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const source =
      wish && list.current?.querySelector<HTMLDetailsElement>(`[data-source="${wish.n}"]`)
    if (!source) return
    const folded = source.closest<HTMLDetailsElement>('.folded')
    if (folded) folded.open = true
    source.open = true
    source.querySelector('summary')?.focus()
  }, [wish])
  const rows = (
    <div ref={list} class="rows sources">
      {citations.map((citation) => (
        <Source key={citation.n} citation={citation} />
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

/** The quote that is stored with the answer; once somebody opens it, the passage around it. */
function Source({ citation }: { citation: Citation }) {
  const { texts } = usePanel()
  const [isWanted, setWanted] = useState(false)
  const chunk = useLazy(isWanted, loadPassage)
  const url = webUrl(citation.url)
  return (
    <details data-source={citation.n} onToggle={() => setWanted(true)}>
      <summary class="row">
        <span class="cite">{citation.n}</span>
        <bdi>{String(citation.title)}</bdi>
        <Icon path={DOWN} />
      </summary>
      <blockquote dir="auto">
        {chunk ? (
          <chunk.SourcePassage citation={citation} />
        ) : (
          <mark>{String(citation.quote)}</mark>
        )}
        {url && (
          <small>
            <br />
            <a href={url} target="_blank" rel="noopener noreferrer nofollow">
              {texts.openPage}
            </a>
          </small>
        )}
      </blockquote>
    </details>
  )
}
