import { useEffect, useState } from 'preact/hooks'
import type { PassageReply } from '../../../protocol/api.ts'
import type { Citation } from '../../../protocol/messages.ts'
import { usePanel } from '../views/panel-context.ts'

/** The cited passage with the used words marked, and where it stands; of a gone one the stored quote. */
export function SourcePassage({ citation }: { citation: Citation }) {
  const { api, texts } = usePanel()
  const [passage, setPassage] = useState<PassageReply | null>()
  useEffect(() => {
    const path = `/passages/${citation.passageId}`
    api.get<PassageReply>(path).then(setPassage, () => setPassage(null))
  }, [citation.passageId])
  const quote = String(citation.quote)
  const text = String(passage?.text ?? quote)
  const at = text.indexOf(quote)
  return (
    <>
      {text.slice(0, Math.max(0, at))}
      <mark>{quote}</mark>
      {at < 0 ? `\n${text}` : text.slice(at + quote.length)}
      <br />
      <small>{passage === null ? texts.passageGone : passage?.place.join(' › ')}</small>
    </>
  )
}
