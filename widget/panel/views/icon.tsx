const PATHS = {
  cross: 'm5.5 5.5 9 9m0-9-9 9',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  up: 'M10 15.5v-11M5.5 9 10 4.5 14.5 9',
  go: 'M4.5 10h11M11 5.5l4.5 4.5-4.5 4.5',
  down: 'm5.5 8 4.5 4.5L14.5 8',
  yes: 'M6.5 9 9.3 3.3c1.2 0 2 .9 2 2.1V8h3.9c.9 0 1.6.8 1.4 1.7l-1 5.4c-.2.8-.8 1.4-1.6 1.4H6.5ZM3.3 9h3.2v7.5H3.3Z',
  no: 'm6.5 11 2.8 5.7c1.2 0 2-.9 2-2.1V12h3.9c.9 0 1.6-.8 1.4-1.7l-1-5.4c-.2-.8-.8-1.4-1.6-1.4H6.5ZM3.3 11h3.2V3.5H3.3Z',
  warn: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM10 6.5v4M10 13.4h.01',
  ok: 'm4.5 10.5 3.7 3.7 7.3-8',
  off: 'M3 8.2A10.5 10.5 0 0 1 10 5.5c2.7 0 5.1 1 7 2.7M6 11.7a6 6 0 0 1 8 0M10 15h.01M3.5 3.5l13 13',
  bell: 'M4.75 16.25a7.25 7.25 0 0 1 14.5 0ZM3.5 19.5h17M12 9V6M9.9 5.25h4.2',
}

/** A drawing beside words or inside a labelled button: it says nothing itself. */
export function Icon({ name, kind = '' }: { name: keyof typeof PATHS; kind?: string }) {
  return (
    <svg
      class={`icon ${name} ${kind}`}
      viewBox={name === 'bell' ? '0 0 24 24' : '0 0 20 20'}
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
