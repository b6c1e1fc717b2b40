import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

/** Entries that are laid out at once; a long thread shows its end first. */
const WINDOW = 150
/** To show where the unread begins, so many are laid out; beyond that one scrolls up to it. */
const UNREAD_WINDOW = 400
/** Nearer than this to the end, one is reading along. */
const NEAR_PX = 160
const EARLIER_BEFORE_TOP_PX = 400

type Log = {
  scroller: RefObject<HTMLDivElement | null>
  column: RefObject<HTMLDivElement | null>
  length: number
  /** Where the unread begins, which is laid out from the start. */
  unreadAt: number
  /** The newest is before somebody's eyes. */
  seen: () => void
  /** How many words of this teammate are on the way, and whether they answer: who acts sees the end. */
  sending: number
  holdsIt: boolean
}

/** Keeps the end in view for who reads along, and leaves everybody else where they are. */
export function useLogScroll(props: Log) {
  const { scroller, column, length, unreadAt, seen, sending, holdsIt } = props
  /** Index of the first entry that is laid out. What comes is put below; only who asks for more moves it. */
  const from = useSignal(firstShown(length, unreadAt))
  const isUp = useSignal(false)
  const follows = useRef(true)
  /** Distance from the end, to be kept when earlier entries are put above. */
  const keep = useRef<number | null>(null)

  const look = () => {
    const box = scroller.current
    if (!box) return
    const distance = box.scrollHeight - box.scrollTop - box.clientHeight
    follows.current = distance < NEAR_PX
    isUp.value = !follows.current
    if (follows.current && !document.hidden) seen()
    if (box.scrollTop < EARLIER_BEFORE_TOP_PX) showEarlier()
  }

  const toNewest = () => {
    const box = scroller.current
    if (box) box.scrollTop = box.scrollHeight
    look()
  }

  function showEarlier() {
    const box = scroller.current
    if (!box || keep.current !== null || from.peek() === 0) return
    keep.current = box.scrollHeight - box.scrollTop
    from.value = Math.max(0, from.peek() - WINDOW)
  }

  // Opened at what is new, or at the end.
  useLayoutEffect(() => {
    scroller.current?.querySelector('[data-unread]')?.scrollIntoView({ block: 'start' })
    const box = scroller.current
    if (box && !box.querySelector('[data-unread]')) box.scrollTop = box.scrollHeight
    look()
  }, [])

  useLayoutEffect(() => {
    const box = scroller.current
    if (!box || keep.current === null) return
    box.scrollTop = box.scrollHeight - keep.current
    keep.current = null
  }, [from.value])

  useEffect(() => {
    const box = scroller.current
    if (!box || !column.current) return
    const grew = new ResizeObserver(() => {
      if (follows.current) box.scrollTop = box.scrollHeight
      look()
    })
    grew.observe(column.current)
    grew.observe(box)
    box.addEventListener('scroll', look, { passive: true })
    document.addEventListener('visibilitychange', look)
    return () => {
      grew.disconnect()
      box.removeEventListener('scroll', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])

  const acted = useRef({ sending, holdsIt })
  useLayoutEffect(() => {
    const before = acted.current
    acted.current = { sending, holdsIt }
    if (sending > before.sending || (holdsIt && !before.holdsIt)) toNewest()
  }, [sending, holdsIt])

  return { from, isUp, toNewest, showEarlier }
}

function firstShown(length: number, unreadAt: number): number {
  const isNear = unreadAt >= 0 && unreadAt >= length - UNREAD_WINDOW
  return Math.max(0, isNear ? Math.min(length - WINDOW, unreadAt - 1) : length - WINDOW)
}
