/**
 * What has focus may go away, since it was pressed or since a teammate came: then focus stays in the
 * thread, else the dialog, and does not fall to the page. Who leaves by will is let go.
 */
export function keepFocus(shell: HTMLElement): void {
  let focused: EventTarget | null = null
  shell.addEventListener('focusin', ({ target }) => {
    focused = target
  })
  shell.addEventListener('focusout', ({ target }) => {
    setTimeout(() => {
      if (target === focused && target instanceof Element && target.isConnected) focused = null
    })
  })
  new MutationObserver(() => {
    if (!(focused instanceof Element) || focused.isConnected || !shell.isConnected) return
    focused = null
    const thread = shell.querySelector<HTMLElement>('[role=log]')
    ;(thread ?? shell).focus()
  }).observe(shell, { childList: true, subtree: true })
}
