export const BELL = 'M4.75 16.25a7.25 7.25 0 0 1 14.5 0ZM3.5 19.5h17M12 9V6M9.9 5.25h4.2'
export const CROSS = 'm5.5 5.5 9 9m0-9-9 9'
export const DOWN = 'm5.5 8 4.5 4.5L14.5 8'
export const GO = 'M4.5 10h11M11 5.5l4.5 4.5-4.5 4.5'

/**
 * A drawing of lines on a grid of 20, the bell on one of 24, beside words or inside a labelled
 * button: it says nothing itself. Paths that only a later chunk draws are spelled there.
 */
export function Icon({ path, kind = '' }: { path: string; kind?: string }) {
  return (
    <svg
      class={`icon ${kind}`}
      viewBox={path === BELL ? '0 0 24 24' : '0 0 20 20'}
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  )
}
