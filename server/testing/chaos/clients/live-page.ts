import type * as v from 'valibot'
import type { Room } from '../../../../protocol/frames.ts'
import type { Random } from '../random.ts'
import { pause } from '../until.ts'
import { openRoomLink, type RoomLink } from './room-link.ts'

const FETCH_WITHIN_MS = 5000
const RETRY_MS = { first: 100, longest: 1000 }
const GAP_WAIT_MS = 30
/** A shuffled frame comes this much too late at most. */
const LATE_MS = 60

/** A page that shows what the server knows: fetched when in doubt, told over a socket the rest of the time. */
export type LivePage = {
  /** Fetches once more, as soon as the fetch under way is done. */
  refresh(): void
  close(): void
}

export type LivePageOptions<F> = {
  random: Random
  frames: v.GenericSchema<unknown, F>
  /** Fetches what the page lacks. `signal` ends it. */
  fetchPage(signal: AbortSignal): Promise<Room>
  receive(frame: F): void
  /** A frame or a reply that the protocol does not know. */
  broken(error: unknown): void
  /** Deliver some frames late, so that others overtake them. */
  shuffles: boolean
  /** The fault of a page that never asks what it missed while it was away. */
  neverResumes?: boolean
}

/**
 * Keeps a page up to date by the rules of R5: fetch at each attempt to connect (that is also the poll while
 * there is no socket), once more when the socket is open, and on a gap.
 */
export function openLivePage<F>(options: LivePageOptions<F>): LivePage {
  const { random } = options
  const over = new AbortController()
  const timers = new Set<ReturnType<typeof setTimeout>>()
  let link: RoomLink | undefined
  let underWay: Promise<Room | undefined> | undefined
  let isAskedAgain = false
  let hasFetched = false

  function later(run: () => void, ms: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      run()
    }, ms)
    timers.add(timer)
  }

  async function fetchOnce(): Promise<Room | undefined> {
    try {
      const signal = AbortSignal.any([over.signal, AbortSignal.timeout(FETCH_WITHIN_MS)])
      return await options.fetchPage(signal)
    } catch (error) {
      if (!over.signal.aborted && isProtocolError(error)) options.broken(error)
      return undefined
    }
  }

  function fetchPage(): Promise<Room | undefined> {
    underWay ??= fetchOnce().finally(() => {
      underWay = undefined
      if (isAskedAgain && !over.signal.aborted) refresh()
      isAskedAgain = false
    })
    return underWay
  }

  function refresh(): void {
    if (options.neverResumes && hasFetched) return
    if (underWay) isAskedAgain = true
    else void fetchPage()
  }

  function hear(frame: F): void {
    if (over.signal.aborted) return
    if (options.shuffles && random.chance(0.3)) {
      later(() => options.receive(frame), random.between(0, LATE_MS))
    } else options.receive(frame)
  }

  async function keepConnected(): Promise<void> {
    for (let failures = 0; !over.signal.aborted; failures++) {
      const room = await fetchPage()
      if (room && !over.signal.aborted) {
        hasFetched = true
        link = openRoomLink(room, options.frames, {
          open: () => {
            failures = 0
            refresh()
          },
          frame: hear,
          broken: options.broken,
        })
        await link.closed
      }
      await pause(random.between(0, Math.min(RETRY_MS.longest, RETRY_MS.first * 2 ** failures)))
    }
  }

  void keepConnected()
  return {
    refresh: () => later(refresh, GAP_WAIT_MS),
    close() {
      over.abort()
      link?.close()
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

function isProtocolError(error: unknown): boolean {
  return error instanceof Error && error.name === 'ValiError'
}
