import { useEffect, useState } from 'preact/hooks'
import type { PassageReply } from '../../../protocol/api.ts'
import type { Citation } from '../../../protocol/messages.ts'
import { usePanel } from '../views/panel-context.ts'
import { webUrl } from '../views/web-url.ts'

/** The cited passage with the used words marked, where it stands, and the way to its page. */
export function SourcePassage({
  citation,
  quote,
}: {
  citation: Citation
  quote: preact.ComponentChild
}) {
  const { api, texts } = usePanel()
  const [passage, setPassage] = useState<PassageReply | null | undefined>()
  useEffect(() => {
    api
      .get<PassageReply>(`/passages/${citation.passageId}`)
      .then(setPassage, () => setPassage(null))
  }, [citation.passageId])
  const url = webUrl(passage?.url ?? citation.url)
  return (
    <>
      {passage ? <Around text={String(passage.text)} quote={String(citation.quote)} /> : quote}
      <br />
      <small>
        {passage === null ? texts.passageGone : passage?.place.join(' › ')}{' '}
        {url && (
          <a href={url} target="_blank" rel="noopener noreferrer nofollow">
            {texts.openPage}
          </a>
        )}
      </small>
    </>
  )
}

/** The quote marked within the passage; white space may have been folded on the way to a quote. */
function Around({ text, quote }: { text: string; quote: string }) {
  const at = text.indexOf(quote)
  if (at < 0)
    return (
      <>
        <mark>{quote}</mark>
        <br />
        {text}
      </>
    )
  return (
    <>
      {text.slice(0, at)}
      <mark>{quote}</mark>
      {text.slice(at + quote.length)}
    </>
  )
}
