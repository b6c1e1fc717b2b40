import { useEffect, useState } from 'preact/hooks'
import { useAtom } from '../store/use-atom.ts'
import { Icon } from './icon.tsx'
import { usePanel } from './panel-context.ts'
import { PrivacyLink } from './privacy-link.tsx'

const OFF =
  'M3 8.2A10.5 10.5 0 0 1 10 5.5c2.7 0 5.1 1 7 2.7M6 11.7a6 6 0 0 1 8 0M10 15h.01M3.5 3.5l13 13'

/** One line above the counter: what does not go and when it is tried again, else privacy before the first send. */
export function Notice({ isFirst }: { isFirst: boolean }) {
  const { texts, config, model } = usePanel()
  const trouble = useAtom(model.trouble)
  const nextAt = trouble && 'nextAt' in trouble ? trouble.nextAt : 0
  const seconds = useSecondsUntil(nextAt)
  if (nextAt)
    return (
      <p class="notice row small" role="status">
        <Icon path={OFF} />
        <span class="grow">
          {trouble?.kind === 'too_fast' ? texts.slowDown(seconds) : texts.tryingAgain(seconds)}
        </span>
        <button type="button" class="link" onClick={model.retry}>
          {texts.tryNow}
        </button>
      </p>
    )
  if (!isFirst) return null
  return (
    <p class="notice">
      <small>
        {texts.privacy(config.shop.name)} <PrivacyLink>{texts.privacyLink}</PrivacyLink>
      </small>
    </p>
  )
}

function useSecondsUntil(at: number): number {
  const [, redraw] = useState(0)
  useEffect(() => {
    if (!at) return
    const timer = setInterval(() => redraw(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [at])
  return Math.max(0, Math.ceil((at - Date.now()) / 1000))
}
