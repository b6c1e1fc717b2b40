import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { usePanel } from '../views/panel-context.ts'

const NEAR_PX = 40
const TOP_PADDING_PX = 16
/** What a shopper's own act brings: a question, or the receipt of a call. */
const ANCHORS = '.mine p, .receipt'

/**
 * The shopper's place in the thread. What they just did goes to the top and the answer grows into
 * the free space below it, so nothing moves under the eye; who reads further up is left alone; who
 * is at the end stays at the end.
 */
export function useThreadScroll(box: RefObject<HTMLElement | null>) {
  const { model } = usePanel()
  const [hasMoreBelow, setMoreBelow] = useState(false)

  useEffect(() => {
    const thread = box.current
    const content = thread?.firstElementChild
    const spacer = thread?.lastElementChild
    if (!thread || !(content instanceof HTMLElement) || !(spacer instanceof HTMLElement)) return
    let isAtEnd = true
    let placedAt = -1
    let anchor: HTMLElement | undefined
    /** Where the last anchors stood below the thread's top, when nothing moved. */
    let stood = new Map<HTMLElement, number>()
    let settledSize = ''
    /** The last anchor at the time of an act that has not shown itself yet. */
    let before: HTMLElement | undefined | null = null
    let sent = model.unsent.get().length
    // The first act brings the thread itself.
    if (sent && !model.thread.get().events.length) before = undefined

    const lastAnchors = () => [...thread.querySelectorAll<HTMLElement>(ANCHORS)].slice(-2)
    const lastAnchor = () => lastAnchors().at(-1)
    const below = () =>
      content.offsetTop + content.offsetHeight - thread.scrollTop - thread.clientHeight
    const place = (top: number) => {
      thread.scrollTop = top
      placedAt = thread.scrollTop
    }
    const size = () => `${content.offsetHeight}/${thread.clientHeight}`
    const remember = () => {
      if (anchor) anchor = lastAnchor()
      stood = new Map(lastAnchors().map((one) => [one, one.offsetTop - thread.scrollTop]))
      setMoreBelow(below() > NEAR_PX * 2)
    }
    const settle = () => {
      settledSize = size()
      const last = lastAnchor()
      const isNew = before !== null && last !== before
      let top = anchor && stood.get(anchor)
      if (isNew) {
        anchor = last
        top = TOP_PADDING_PX
        before = null
      } else if (anchor && !anchor.isConnected) {
        // Sent, a text is another element in the same place; a receipt ends when somebody comes.
        anchor = last
        top = (last && stood.get(last)) ?? top
      }
      if (anchor) {
        const free = anchor.offsetTop - TOP_PADDING_PX + thread.clientHeight
        spacer.style.height = `${Math.max(0, free - content.offsetTop - content.offsetHeight)}px`
        // Where it stood it stays, whatever folds or unfolds above it.
        place(anchor.offsetTop - (top ?? TOP_PADDING_PX))
      } else if (isAtEnd) place(thread.scrollHeight)
      remember()
    }
    const look = () => {
      // The browser moved it, since something came or went: that is no wish of the shopper's.
      if (size() !== settledSize) {
        settle()
        return
      }
      if (Math.abs(thread.scrollTop - placedAt) > 1) isAtEnd = below() < NEAR_PX
      remember()
    }

    const sizes = new ResizeObserver(settle)
    sizes.observe(content)
    sizes.observe(thread)
    thread.addEventListener('scroll', look, { passive: true })
    const stop = model.unsent.watch(() => {
      const now = model.unsent.get().length
      if (now > sent) before = lastAnchor()
      sent = now
    })
    return () => {
      sizes.disconnect()
      thread.removeEventListener('scroll', look)
      stop()
    }
  }, [model])

  const toNewest = () => {
    const end = box.current?.firstElementChild
    end?.scrollIntoView({ block: 'end' })
    box.current?.focus()
  }
  return { hasMoreBelow, toNewest }
}
