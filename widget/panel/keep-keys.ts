const FOCUSABLE = 'button:not(:disabled),a[href],textarea,input,summary,[tabindex="0"]'

/**
 * Keys in the dialog stay in the dialog: the page's hotkeys hear nothing of them, Escape closes, and
 * on a phone's full sheet Tab goes round, since there is nothing to see behind it.
 */
export function keepKeys(shell: HTMLElement, isSheet: () => boolean, close: () => void): void {
  shell.onkeyup = shell.onkeypress = (event) => event.stopPropagation()
  shell.onkeydown = (event) => {
    event.stopPropagation()
    if (event.key === 'Escape' && !event.defaultPrevented) close()
    if (event.key === 'Tab' && isSheet()) goRound(event, shell)
  }
}

function goRound(event: KeyboardEvent, shell: HTMLElement): void {
  const stops = [...shell.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (stop) => stop.getClientRects().length > 0,
  )
  const first = stops.at(0)
  const last = stops.at(-1)
  const at = event.target
  const next = event.shiftKey
    ? (at === first || at === shell) && last
    : (at === last || !first) && first
  if (!next) return
  event.preventDefault()
  next.focus()
}
