/**
 * What has focus may go away, since it was pressed or since a teammate came: then focus goes to the
 * composer, on a full sheet to the dialog, where it brings up no keyboard, and does not fall to the
 * page. Who leaves by will is let go.
 */
export function keepFocus(shell: HTMLElement, isSheet: () => boolean): void {
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
    const composer = isSheet() ? null : shell.querySelector('textarea')
    ;(composer ?? shell).focus()
  }).observe(shell, { childList: true, subtree: true })
}
