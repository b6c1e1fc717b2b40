/** What `watchPage` has seen so far, kept on the page's window. */
export type Seen = {
  /** Every shift counts, those right after a click too. */
  layoutShift: number
  /** The shell stood in the document when the click's handlers had returned. */
  shellAtReturn?: boolean
  /** From the click's own time to the first task after a text field stood in the panel. */
  typeableMs?: number
  /** From the click to the next paint, in steps of 8 ms as browsers report it. */
  clickEventMs?: number
}

declare global {
  interface Window {
    pageCost: Seen
  }
}

/** Runs in the page before anything else does; whole in itself, since it is sent as text. */
export function watchPage(): void {
  const seen: Seen = { layoutShift: 0 }
  window.pageCost = seen

  const observe = (options: PerformanceObserverInit, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe(options)
  observe({ type: 'layout-shift', buffered: true }, (entry) => {
    seen.layoutShift += Number(Reflect.get(entry, 'value'))
  })
  // Browsers know the threshold, the DOM types do not yet.
  observe(Object.assign({ type: 'event' }, { durationThreshold: 16 }), ({ name, duration }) => {
    if (name === 'click') seen.clickEventMs = Math.max(seen.clickEventMs ?? 0, duration)
  })

  // The launcher's own handler lies below the window, so it has returned when this one runs.
  addEventListener('click', ({ timeStamp }) => {
    const root = document.querySelector('counterbell-chat')?.shadowRoot
    if (!root) return
    seen.shellAtReturn = root.querySelector('[role=dialog]') !== null
    const changes = new MutationObserver(look)
    changes.observe(root, { childList: true, subtree: true })
    look()

    function look() {
      if (!root?.querySelector('textarea')) return
      changes.disconnect()
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        seen.typeableMs ??= performance.now() - timeStamp
      }
      port2.postMessage(null)
    }
  })
}
