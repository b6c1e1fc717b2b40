import { waitedMinutes, waitWeight } from '../models/wait-weight.ts'

/** How long somebody has waited: it grows in weight, and only past the promise it is filled. */
export function WaitMinutes({ since, now }: { since: number; now: number }) {
  const minutes = waitedMinutes(since, now)
  const [count, unit] = minutes < 100 ? [minutes, 'min'] : [Math.floor(minutes / 60), 'h']
  return (
    <span class={`wait wait-${waitWeight(minutes)}`}>
      <span class="sr">
        Waiting {minutes} {minutes === 1 ? 'minute' : 'minutes'}.
      </span>
      <b aria-hidden="true">{count}</b>
      <i aria-hidden="true">{unit}</i>
    </span>
  )
}
