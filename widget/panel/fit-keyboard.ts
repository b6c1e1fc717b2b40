import styles from './fit-keyboard.css?inline'
import type { Atom } from './store/atom.ts'

export { styles }

/** Higher than any browser's bars, lower than any keyboard. */
const KEYBOARD_MIN_PX = 120

/**
 * A phone's keyboard shrinks the visual viewport alone: neither what is fixed nor `dvh` follows.
 * The sheet is sized from there, until `signal` ends it.
 */
export function fitKeyboard(
  frame: HTMLElement,
  isTyping: Atom<boolean>,
  signal: AbortSignal,
): void {
  const view = window.visualViewport
  if (!view) return
  const fit = () => {
    // Pinched zoom shrinks it as well, and is no keyboard.
    const hidden = view.scale > 1.05 ? 0 : Math.max(0, innerHeight - view.height)
    frame.style.setProperty('--kb', `${Math.round(hidden)}px`)
    frame.style.setProperty('--vt', `${Math.round(hidden ? view.offsetTop : 0)}px`)
    isTyping.set(hidden > KEYBOARD_MIN_PX)
  }
  view.addEventListener('resize', fit, { signal })
  view.addEventListener('scroll', fit, { signal })
}
