/** A phone's keyboard covers the page instead of resizing it: the page follows what is left to see. */
export function followVisibleHeight(root: HTMLElement): void {
  const seen = window.visualViewport
  if (!seen) return
  const follow = () => {
    // Pinched in, the page keeps its size: it is looked at, not covered.
    if (seen.scale !== 1) return
    root.style.setProperty('--visible-height', `${seen.height}px`)
    window.scrollTo(0, 0)
  }
  seen.addEventListener('resize', follow)
}
