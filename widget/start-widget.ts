import { installPageApi } from './page-api.ts'
import { runWidget } from './run-widget.ts'

/** The first bundle, from its script tag on: nothing is asked or drawn before the page is idle. */
export function startWidget(script: HTMLScriptElement): void {
  const shop = script.dataset.shop ?? ''
  if (window.Counterbell?.shop) {
    console.info('Counterbell is on this page already.')
    return
  }
  const api = new URL(`/v1/shops/${shop}`, script.src).href
  const emit = installPageApi(shop, async (name, argument) => {
    if (name === 'destroy') window.Counterbell = undefined
    const widget = await running
    widget?.act(name, argument)
  })
  const running = run()

  /** Nothing runs without connection or without such a shop: then there is nothing to draw. */
  async function run() {
    await idle()
    try {
      const response = await fetch(`${api}/widget`)
      const widget = runWidget({ script, shop, api, config: await response.json(), emit })
      emit('ready', { shop })
      if (document.readyState === 'complete') idle().then(widget.resume)
      else addEventListener('load', () => idle().then(widget.resume), { once: true })
      return widget
    } catch {
      emit('error', { code: 'unavailable' })
    }
  }
}

function idle(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: 1500 })
    else setTimeout(resolve, 200)
  })
}
