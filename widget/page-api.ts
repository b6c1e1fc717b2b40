import type { Emit } from './page-events.ts'

/** `window.Counterbell`: before the loader runs it queues calls in `q`; `shop` says that it has run. */
export type PageApi = {
  (...call: PageCall): unknown
  q?: PageCall[]
  shop?: string
}
type PageCall = [name?: string, argument?: unknown, listener?: (detail: unknown) => void]

declare global {
  interface Window {
    Counterbell?: PageApi | undefined
  }
}

/**
 * Puts the live function in the place of the queueing one and replays what was queued.
 * `on` works from here on and returns how to stop it; every other call goes to `run`.
 */
export function installPageApi(shop: string, run: (name: string, argument: unknown) => void): Emit {
  // An event target keeps a listener that throws from stopping the others, and reports it.
  const bus = new EventTarget()
  const queued = window.Counterbell?.q ?? []
  window.Counterbell = api
  api.shop = shop
  for (const call of queued) queueMicrotask(() => api(...call))
  return (name, detail) => bus.dispatchEvent(new CustomEvent(name, { detail }))

  function api(name?: string, argument?: unknown, listener?: (detail: unknown) => void) {
    if (name !== 'on') return run(`${name}`, argument)
    const heard = (event: CustomEventInit) => listener?.(event.detail)
    bus.addEventListener(`${argument}`, heard)
    return () => bus.removeEventListener(`${argument}`, heard)
  }
}
