import { useEffect, useRef, useState } from 'preact/hooks'
import type { PassageReply } from '../../../protocol/api.ts'
import type { Citation } from '../../../protocol/messages.ts'
import { usePanel } from '../views/panel-context.ts'

/** What of a long passage is shown before the used words; about two lines. */
const LEAD_CHARACTERS = 100

/** The cited passage with the used words marked, and where it stands; of a gone one the stored quote. */
export function SourcePassage({ citation }: { citation: Citation }) {
  const { api, texts } = usePanel()
  const [passage, setPassage] = useState<PassageReply | null>()
  const mark = useRef<HTMLElement>(null)
  useEffect(() => {
    const path = `/passages/${citation.passageId}`
    api.get<PassageReply>(path).then(setPassage, () => setPassage(null))
  }, [citation.passageId])
  useEffect(() => {
    if (passage === undefined) return
    mark.current?.scrollIntoView({ block: 'nearest' })
    mark.current?.closest('[data-source]')?.firstElementChild?.scrollIntoView({ block: 'nearest' })
  }, [passage])
  const quote = String(citation.quote)
  const text = String(passage?.text ?? quote)
  const at = text.indexOf(quote)
  const from = leadStart(text, at)
  return (
    <>
      {from > 0 && (
        <details>
          <summary class="link">{texts.earlier}</summary>
          {'\n'}
          {text.slice(0, from)}
        </details>
      )}
      {text.slice(from, Math.max(0, at))}
      <mark ref={mark}>{quote}</mark>
      {at < 0 ? `\n${text}` : text.slice(at + quote.length)}
      <br />
      <small>{passage === null ? texts.passageGone : passage?.place.join(' › ')}</small>
    </>
  )
}

/** Where to begin so that the words at `at` come soon: at a line's beginning, else at a word's. */
function leadStart(text: string, at: number): number {
  if (at <= LEAD_CHARACTERS) return 0
  const line = text.lastIndexOf('\n', at - 1) + 1
  return at - line <= LEAD_CHARACTERS ? line : text.indexOf(' ', at - LEAD_CHARACTERS) + 1
}
