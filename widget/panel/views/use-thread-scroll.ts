import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { usePanel } from './panel-context.ts'

const NEAR_PX = 40
const TOP_PADDING_PX = 16

/**
 * The shopper's place in the thread. Their new question goes to the top and the answer grows into
 * the free space below it, so nothing moves under the eye; who reads further up is left alone;
 * who is at the end stays at the end.
 */
export function useThreadScroll(box: RefObject<HTMLElement | null>) {
  const { model } = usePanel()
  const [hasMoreBelow, setMoreBelow] = useState(false)
  const toNewest = useRef(() => {})

  useEffect(() => {
    const thread = box.current
    const content = thread?.firstElementChild
    const spacer = thread?.lastElementChild
    if (!thread || !(content instanceof HTMLElement) || !(spacer instanceof HTMLElement)) return
    let isAtEnd = true
    let isAnchored = false
    let isSending = false
    let sent = model.unsent.get().length

    const endOfContent = () => content.offsetTop + content.offsetHeight
    const look = () => {
      const below = endOfContent() - thread.scrollTop - thread.clientHeight
      isAtEnd = below < NEAR_PX
      setMoreBelow(below > NEAR_PX * 2)
    }
    const settle = () => {
      const question = isAnchored ? [...thread.querySelectorAll<HTMLElement>('.mine')].at(-1) : null
      const wanted = question ? question.offsetTop - TOP_PADDING_PX + thread.clientHeight : 0
      spacer.style.height = `${Math.max(0, wanted - endOfContent())}px`
      if (question && isSending) thread.scrollTop = question.offsetTop - TOP_PADDING_PX
      else if (isAtEnd && !isAnchored) thread.scrollTop = thread.scrollHeight
      isSending = false
      look()
    }
    toNewest.current = () => {
      thread.scrollTop = endOfContent() - thread.clientHeight + TOP_PADDING_PX
      thread.focus()
    }

    const sizes = new ResizeObserver(settle)
    sizes.observe(content)
    sizes.observe(thread)
    thread.addEventListener('scroll', look, { passive: true })
    const stop = model.unsent.watch(() => {
      const now = model.unsent.get().length
      if (now > sent) isAnchored = isSending = true
      sent = now
    })
    return () => {
      sizes.disconnect()
      thread.removeEventListener('scroll', look)
      stop()
    }
  }, [model])

  return { hasMoreBelow, toNewest: () => toNewest.current() }
}
