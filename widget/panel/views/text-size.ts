/** Body text in px; everything else hangs on it. */
export const TEXT_SIZES = [15, 17, 19]

export function applyTextSize(panel: HTMLElement | null | undefined, size: string | null): void {
  const pixels = TEXT_SIZES[Number(size ?? 0)]
  if (panel && pixels) panel.style.fontSize = `${pixels}px`
}
