/** Calls back after the page has gone to another address without loading anew. Returns how to stop. */
export function watchNavigation(onChange: () => void): () => void {
  let address = location.href
  const check = () => {
    if (location.href === address) return
    address = location.href
    onChange()
  }
  addEventListener('popstate', check)
  const unpatch = 'navigation' in window ? observe(window.navigation, check) : patchHistory(check)
  return () => {
    removeEventListener('popstate', check)
    unpatch()
  }
}

function observe(navigation: EventTarget, check: () => void): () => void {
  navigation.addEventListener('navigatesuccess', check)
  return () => navigation.removeEventListener('navigatesuccess', check)
}

/** Where there is no Navigation API. Puts back what it found, unless somebody patched over it. */
function patchHistory(check: () => void): () => void {
  const { pushState, replaceState } = history
  const push: typeof pushState = (...to) => {
    pushState.apply(history, to)
    check()
  }
  const replace: typeof replaceState = (...to) => {
    replaceState.apply(history, to)
    check()
  }
  history.pushState = push
  history.replaceState = replace
  return () => {
    if (history.pushState === push) history.pushState = pushState
    if (history.replaceState === replace) history.replaceState = replaceState
  }
}
