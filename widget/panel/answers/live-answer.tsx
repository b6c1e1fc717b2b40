import { useEffect, useState } from 'preact/hooks'
import { usePanel } from '../views/panel-context.ts'
import { AssistantName } from './assistant-name.tsx'
import { Markup } from './markup.tsx'

/** Often enough to read along, seldom enough to leave the page its time. */
const FLUSH_EVERY_MS = 60

/** The answer as it is being written. Only this view draws again with each piece of text. */
export function LiveAnswer() {
  const { model } = usePanel()
  const [text, setText] = useState(model.live.get()?.text ?? '')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = model.live.watch(() => {
      timer ??= setTimeout(() => {
        timer = undefined
        setText(model.live.get()?.text ?? '')
      }, FLUSH_EVERY_MS)
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
        <Markup text={text} mark={(n) => <span class="cite">{n}</span>} />
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
