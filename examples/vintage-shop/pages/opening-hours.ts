/** The week from Monday, as in about.md; an empty string is a closed day. */
export const HOURS: readonly { day: string; hours: string }[] = [
  { day: 'Monday', hours: '' },
  { day: 'Tuesday', hours: '11:00–18:00' },
  { day: 'Wednesday', hours: '11:00–18:00' },
  { day: 'Thursday', hours: '11:00–19:00' },
  { day: 'Friday', hours: '11:00–18:00' },
  { day: 'Saturday', hours: '10:00–18:00' },
  { day: 'Sunday', hours: '' },
]

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

export function todayInBridport(now: Date): { day: string; time: string } {
  const part = (type: string): string =>
    LONDON.formatToParts(now).find((one) => one.type === type)?.value ?? ''
  return { day: part('weekday'), time: `${part('hour')}:${part('minute')}` }
}

/** The line beside the navigation: "Open today until 18:00". */
export function openingLine(now: Date): { words: string; time: string } {
  const { day, time } = todayInBridport(now)
  const [from, until] = HOURS.find((one) => one.day === day)?.hours.split('–') ?? []
  if (!from || !until || time >= until) return { words: 'Closed now', time: '' }
  return time < from
    ? { words: 'Open today from', time: from }
    : { words: 'Open today until', time: until }
}
