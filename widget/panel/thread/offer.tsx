import type { TargetedEvent } from 'preact'
import { useState } from 'preact/hooks'
import { holdFocus } from '../views/hold-focus.ts'
import { usePanel } from '../views/panel-context.ts'

/** *Yes, get someone* or *No, go on*. A no is respected. */
export function Offer() {
  const { texts, config, model, isOffered } = usePanel()
  const [isBusy, setBusy] = useState(false)
  const decline = async (event: TargetedEvent<HTMLElement>) => {
    holdFocus(event)
    setBusy(true)
    isOffered.set(false)
    if (model.thread.get().conversation?.offer) await model.declineOffer()
    setBusy(false)
  }
  const accept = (event: TargetedEvent<HTMLElement>) => {
    holdFocus(event)
    isOffered.set(false)
    model.askForPerson()
  }
  return (
    <div class="card offer">
      <h3>{texts.offerTitle}</h3>
      <p>{texts.offer(config.shop.name)}</p>
      <div class="row">
        <button type="button" class="button main" disabled={isBusy} onClick={accept}>
          {texts.offerYes}
        </button>
        <button type="button" class="button" disabled={isBusy} onClick={decline}>
          {texts.offerNo}
        </button>
      </div>
    </div>
  )
}
