/**
 * For browsers without the Navigation API: hears of `pushState` and `replaceState`, and puts back
 * what it found when `signal` ends, unless somebody patched over it.
 */
export function patchHistory(onChange: () => void, signal: AbortSignal): void {
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name]
    const patched: typeof original = (...to) => {
      original.apply(history, to)
      onChange()
    }
    history[name] = patched
    signal.addEventListener('abort', () => {
      if (history[name] === patched) history[name] = original
    })
  }
}
