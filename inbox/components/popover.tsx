import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

type Props = {
  class: string
  buttonClass: string
  /** Needed where the button shows no words. */
  label?: string
  face: ComponentChildren
  children: (close: () => void) => ComponentChildren
}

/** A button and what it opens beside itself. Escape and a press elsewhere close it. */
export function Popover({ class: name, buttonClass, label, face, children }: Props) {
  const open = useSignal(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    open.value = false
    button.current?.focus()
  }

  useEffect(() => {
    if (!open.value) return
    const outside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) open.value = false
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open.value])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for the Escape of what is inside.
    <div
      class={`popover ${name}`}
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open.value) return
        event.stopPropagation()
        close()
      }}
    >
      <button
        type="button"
        ref={button}
        class={buttonClass}
        aria-expanded={open.value}
        aria-label={label}
        onClick={() => {
          open.value = !open.value
        }}
      >
        {face}
      </button>
      {open.value && <div class="popover-body">{children(close)}</div>}
    </div>
  )
}
