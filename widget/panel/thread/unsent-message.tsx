import type { Unsent } from '../model/outbox.ts'
import { useAtom } from '../store/use-atom.ts'
import { usePanel } from '../views/panel-context.ts'

/** A text that is on its way, or waits for one: dashed until the server has it. */
export function UnsentMessage({ unsent }: { unsent: Unsent }) {
  const { texts, model, draft } = usePanel()
  const trouble = useAtom(model.trouble)
  const { clientId, text, refused } = unsent
  // A call for a person shows itself only while it does not get through.
  if (text === undefined && !trouble) return null
  const press = () => {
    if (!refused) return model.retry()
    model.takeBack(clientId)
    draft.set([draft.get(), text].filter(Boolean).join('\n'))
  }
  return (
    <div class="mine unsent">
      <p dir="auto">{text ?? texts.talkToPerson}</p>
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
