import { usePanel } from '../views/panel-context.ts'

/** *Yes, get someone* or *No, go on*. A no is respected. */
export function Offer() {
  const { texts, config, model, isOffered } = usePanel()
  const decline = () => {
    isOffered.set(false)
    if (model.thread.get().conversation?.offer) model.declineOffer()
  }
  const accept = () => {
    isOffered.set(false)
    model.askForPerson()
  }
  return (
    <div class="card offer">
      <h3>{texts.offerTitle}</h3>
      <p>{texts.offer(config.shop.name)}</p>
      <div class="row">
        <button type="button" class="button main" onClick={accept}>
          {texts.offerYes}
        </button>
        <button type="button" class="button" onClick={decline}>
          {texts.offerNo}
        </button>
      </div>
    </div>
  )
}
