/** Calls back when the page has gone to another address without loading anew, until `signal` ends it. */
export async function watchNavigation(onChange: () => void, signal: AbortSignal): Promise<void> {
  let address = location.href
  const check = () => {
    if (location.href === address) return
    address = location.href
    onChange()
  }
  addEventListener('popstate', check, { signal })
  if ('navigation' in window)
    window.navigation.addEventListener('navigatesuccess', check, { signal })
  else (await import('./patch-history.ts')).patchHistory(check, signal)
}
