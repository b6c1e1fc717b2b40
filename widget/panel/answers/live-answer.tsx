import { useEffect, useState } from 'preact/hooks'
import { usePanel } from '../views/panel-context.ts'
import { AssistantName } from './assistant-name.tsx'
import { Markup } from './markup.tsx'

/** Often enough to read along, seldom enough to leave the page its time. */
const FLUSH_EVERY_MS = 60

/** The answer as it is being written. Only this view draws again with each piece of text. */
export function LiveAnswer() {
  const { model } = usePanel()
  const [[text, fresh], show] = useState<[string, number]>([model.live.get()?.text ?? '', 0])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const flush = () => {
      timer = undefined
      const next = model.live.get()?.text ?? ''
      show(([shown]) => [next, Math.max(0, next.length - shown.length)])
    }
    // What came between the first drawing and this is shown with the first flush.
    timer = setTimeout(flush, FLUSH_EVERY_MS)
    const stop = model.live.watch(() => {
      timer ??= setTimeout(flush, FLUSH_EVERY_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [model])
  return (
    <article class="answer">
      <AssistantName isWriting />
      {text ? (
        <Markup text={text} fresh={fresh} mark={(n) => <span class="cite">{n}</span>} />
      ) : (
        <p class="dots row">
          <i />
          <i />
          <i />
        </p>
      )}
    </article>
  )
}
