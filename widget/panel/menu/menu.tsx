import { useEffect, useRef, useState } from 'preact/hooks'
import { usePanel } from '../views/panel-context.ts'
import { PrivacyLink } from '../views/privacy-link.tsx'
import { applyTextSize, TEXT_SIZES } from '../views/text-size.ts'
import styles from './menu.css?inline'

export { styles }

/** Text size, starting over, privacy. */
export function Menu({ onClose }: { onClose(): void }) {
  const { texts, config, storage, startOver, root } = usePanel()
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState(storage.read('size') ?? '0')
  const [isSure, setSure] = useState(false)
  const labels = [texts.sizeNormal, texts.sizeLarger, texts.sizeLargest]
  useEffect(() => {
    box.current?.querySelector('button')?.focus()
    const header = box.current?.parentElement
    // The header's own buttons close it themselves.
    const leaveByPress = ({ target }: Event) => {
      if (target instanceof Node && !header?.contains(target)) onClose()
    }
    const ending = new AbortController()
    root.addEventListener('pointerdown', leaveByPress, ending)
    return () => ending.abort()
  }, [])
  const choose = (next: string) => {
    setSize(storage.write('size', next))
    applyTextSize(box.current?.closest('section'), next)
  }
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    box.current?.parentElement?.querySelector<HTMLElement>('[aria-expanded]')?.focus()
    onClose()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own box and legend.
    <div ref={box} class="menu" role="group" aria-label={texts.settings} onKeyDown={leave}>
      <div class="choice row" role="radiogroup" aria-label={texts.textSize}>
        <span class="grow">{texts.textSize}</span>
        {TEXT_SIZES.map((pixels, index) => (
          // biome-ignore lint/a11y/useSemanticElements: three letters in a row, drawn as buttons.
          <button
            key={pixels}
            type="button"
            class={`tool size-${index}`}
            role="radio"
            aria-checked={size === String(index)}
            aria-label={labels[index]}
            onClick={() => choose(String(index))}
          >
            A
          </button>
        ))}
      </div>
      {isSure ? (
        <div class="choice sure">
          <p>{texts.startOverSure}</p>
          <button type="button" class="button" onClick={() => startOver().then(onClose)}>
            {texts.startOverYes}
          </button>
        </div>
      ) : (
        <button type="button" class="choice row wrong" onClick={() => setSure(true)}>
          {texts.startOver}
        </button>
      )}
      {config.privacyUrl && (
        <p class="choice row">
          <PrivacyLink>{texts.privacyAt(config.shop.name)}</PrivacyLink>
        </p>
      )}
    </div>
  )
}
