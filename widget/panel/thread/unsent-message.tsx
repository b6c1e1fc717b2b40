import { useEffect, useState } from 'preact/hooks'
import type { Unsent } from '../model/outbox.ts'
import { useAtom } from '../store/use-atom.ts'
import { usePanel } from '../views/panel-context.ts'

/** A line that is quick says nothing of it. */
const SLOW_AFTER_MS = 600

/** A text that is on its way, or waits for one: dashed until the server has it. */
export function UnsentMessage({ unsent }: { unsent: Unsent }) {
  const { texts, model, draft } = usePanel()
  const trouble = useAtom(model.trouble)
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  const { clientId, text, refused, isStored } = unsent
  // A call for a person shows itself only while it does not get through.
  if (text === undefined && !trouble && !isSlow) return null
  const press = () => {
    if (!refused) return model.retry()
    model.takeBack(clientId)
    draft.set([draft.get(), text].filter(Boolean).join('\n'))
  }
  return (
    <div class="mine unsent">
      <p dir="auto">{text ?? texts.talkToPerson}</p>
      {isSlow && !isStored && !refused && !trouble && <small>{texts.sending}</small>}
      {(refused || trouble) && (
        <small class="row">
          {refused ? texts.refused : texts.notSent}
          <button type="button" class="link" onClick={press}>
            {refused ? texts.editIt : texts.retry}
          </button>
        </small>
      )}
    </div>
  )
}
