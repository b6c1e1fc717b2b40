import type { Signal } from '@preact/signals'
import type { Ref } from 'preact'
import type { Citation } from '../../protocol/messages.ts'
import { safeUrl } from '../../protocol/pure/parse-markup.ts'

type Props = {
  citations: readonly Citation[]
  opened: Signal<number | null>
  listRef: Ref<HTMLOListElement>
}

/** What an answer rests on. The quote is stored with the message, so it stays when the passage is gone. */
export function Sources({ citations, opened, listRef }: Props) {
  if (citations.length === 0) return null
  return (
    <ol class="sources" ref={listRef}>
      {citations.map((citation) => (
        <Source key={citation.n} citation={citation} opened={opened} />
      ))}
    </ol>
  )
}

function Source({ citation, opened }: { citation: Citation; opened: Signal<number | null> }) {
  const { n, title, quote } = citation
  const url = citation.url === undefined ? null : safeUrl(citation.url)
  const isOpen = opened.value === n
  return (
    <li>
      <span class="source-line">
        <span class="source-n num">{n}</span>
        <button
          type="button"
          class="link source-title"
          data-source={n}
          aria-expanded={isOpen}
          onClick={() => {
            opened.value = isOpen ? null : n
          }}
        >
          <span dir="auto">{title}</span>
        </button>
      </span>
      {isOpen && (
        <blockquote dir="auto">
          {quote}
          {url && (
            <>
              {' '}
              <a class="link" href={url} target="_blank" rel="noopener noreferrer">
                Open the page
              </a>
            </>
          )}
        </blockquote>
      )}
    </li>
  )
}
