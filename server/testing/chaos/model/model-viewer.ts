import type { ConversationEvent } from '../../../../protocol/events.ts'
import type { DeltaFrame } from '../../../../protocol/frames.ts'
import type { History, ThreadViewer } from '../history.ts'
import type { Random } from '../random.ts'
import { createThreadScreen, type ThreadScreen } from '../thread-screen.ts'
import type { Fault } from './faults.ts'
import type { ModelPage } from './model-server.ts'

export type ModelFrame = { type: 'event'; event: ConversationEvent } | DeltaFrame

/** A page with its socket: frames and replies are under way for a while, and overtake each other. */
export type ModelViewer = {
  screen: ThreadScreen
  isConnected(): boolean
  connect(): void
  cut(): void
  push(frame: ModelFrame): void
  /** Lets one thing arrive, whichever it is. False when nothing is under way. */
  step(): boolean
}

export function createModelViewer(options: {
  history: History
  viewer: ThreadViewer
  random: Random
  fault: Fault | undefined
  page(after: number): ModelPage | undefined
  /** What the room itself remembers, for who trusts it. */
  roomMemory(): ModelPage | undefined
}): ModelViewer {
  const { random, fault } = options
  const screen = createThreadScreen(options.history, options.viewer, screenFlaw(fault))
  let isConnected = false
  let wasConnected = false
  let wantsPage = false
  const arrivals: (() => void)[] = []

  function ask(): void {
    wantsPage = false
    const asked = screen.live()
    const after = screen.cursor() + (fault === 'resumes_off_by_one' && screen.cursor() > 0 ? 1 : 0)
    const page =
      fault === 'room_over_database' && screen.cursor() === 0
        ? options.roomMemory()
        : options.page(after)
    if (page) arrivals.push(() => screen.receivePage({ ...page, more: false }, asked))
  }

  function receive(frame: ModelFrame): void {
    const misses = frame.type === 'event' ? screen.receive(frame.event) : screen.type(frame)
    if (misses) wantsPage = true
  }

  return {
    screen,
    isConnected: () => isConnected,
    connect() {
      isConnected = true
      if (fault !== 'no_resume' || !wasConnected) wantsPage = true
      wasConnected = true
    },
    cut() {
      isConnected = false
      arrivals.length = 0
    },
    push(frame) {
      if (isConnected) arrivals.push(() => receive(frame))
    },
    step() {
      if (wantsPage) {
        ask()
        return true
      }
      const [arrive] = arrivals.splice(random.below(arrivals.length), 1)
      arrive?.()
      return arrive !== undefined
    },
  }
}

function screenFlaw(fault: Fault | undefined) {
  switch (fault) {
    case 'shows_again':
    case 'shows_early':
    case 'keeps_echo':
    case 'trusts_old_snapshot':
      return fault
    default:
      return undefined
  }
}
