import type { Unsent } from '../model/outbox.ts'
import { useAtom } from '../store/use-atom.ts'
import { usePanel } from './panel-context.ts'

/** A text that is on its way, or waits for one: dashed until the server has it. */
export function UnsentMessage({ unsent }: { unsent: Unsent }) {
  const { texts, model, draft } = usePanel()
  const trouble = useAtom(model.trouble)
  const takeBack = () => {
    model.takeBack(unsent.clientId)
    draft.set([draft.get(), unsent.text].filter(Boolean).join('\n'))
  }
  return (
    <div class="mine unsent">
      <p dir="auto" data-message={unsent.clientId}>
        {unsent.text}
      </p>
      {unsent.refused ? (
        <small class="row">
          {texts.refused}
          <button type="button" class="link" onClick={takeBack}>
            {texts.editIt}
          </button>
        </small>
      ) : (
        trouble && (
          <small class="row">
            {texts.notSent}
            <button type="button" class="link" onClick={model.retry}>
              {texts.retry}
            </button>
          </small>
        )
      )}
    </div>
  )
}
