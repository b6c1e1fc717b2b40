import { signal } from '@preact/signals'
import type { PublicFace } from '../../protocol/authors.ts'
import type { TypingFrame } from '../../protocol/frames.ts'

/** Who typed and fell silent without saying so is no longer typing. */
const TYPING_LASTS_MS = 6000
const TELL_EVERY_MS = 3000
const IDLE_MS = 4000

export type Typing = ReturnType<typeof createTyping>

/** Who types in a conversation, and telling the others that one does. Never what is typed. */
export function createTyping(me: PublicFace['id'], tell: (on: boolean) => void) {
  const visitor = signal(false)
  const teammates = signal<readonly PublicFace[]>([])
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  let toldAt = 0
  let idleTimer: ReturnType<typeof setTimeout> | undefined

  function hear({ on, from }: TypingFrame) {
    if (from.role === 'staff' && from.teammate.id === me) return
    const key = from.role === 'staff' ? from.teammate.id : 'visitor'
    const set = (typing: boolean) => {
      if (from.role === 'visitor') visitor.value = typing
      else {
        const others = teammates.peek().filter((face) => face.id !== from.teammate.id)
        teammates.value = typing ? [...others, from.teammate] : others
      }
    }
    clearTimeout(timers.get(key))
    if (on)
      timers.set(
        key,
        setTimeout(() => set(false), TYPING_LASTS_MS),
      )
    set(on)
  }

  function stopped() {
    clearTimeout(idleTimer)
    if (toldAt) tell(false)
    toldAt = 0
  }

  return {
    visitor,
    teammates,
    hear,
    typed() {
      if (Date.now() - toldAt >= TELL_EVERY_MS) {
        toldAt = Date.now()
        tell(true)
      }
      clearTimeout(idleTimer)
      idleTimer = setTimeout(stopped, IDLE_MS)
    },
    stopped,
    /** Whoever wrote has stopped typing, whatever their last frame said. */
    wrote(author: { kind: 'visitor' | 'teammate'; id: string }) {
      if (author.kind === 'visitor') visitor.value = false
      else teammates.value = teammates.peek().filter((face) => face.id !== author.id)
    },
    dispose() {
      stopped()
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}
