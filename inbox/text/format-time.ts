const CLOCK = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' })
const SHORT_DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
const DAY_MS = 24 * 60 * 60_000

export function clockTime(at: number): string {
  return CLOCK.format(at)
}

export function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString()
}

export function dayName(at: number, now: number): string {
  if (isSameDay(at, now)) return 'Today'
  return isSameDay(at, now - DAY_MS) ? 'Yesterday' : DAY.format(at)
}

/** How long ago, as short as a row needs it. */
export function shortAgo(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000)
  if (minutes < 1) return 'now'
  if (minutes < 60) return `${minutes} min`
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h`
  return SHORT_DAY.format(at)
}

export function longAgo(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`
  return isSameDay(at, now) ? `at ${clockTime(at)}` : `${dayName(at, now)}, ${clockTime(at)}`
}
