import { useEffect, useState } from 'preact/hooks'
import { safeUrl } from '../../../protocol/pure/parse-markup.ts'
import { useAtom } from '../store/use-atom.ts'
import { Icon } from './icon.tsx'
import { usePanel } from './panel-context.ts'

/** One line above the counter: what does not go and when it is tried again, else privacy before the first send. */
export function Notice({ isFirst }: { isFirst: boolean }) {
  const { texts, config, model } = usePanel()
  const trouble = useAtom(model.trouble)
  const nextAt = trouble && 'nextAt' in trouble ? trouble.nextAt : 0
  const seconds = useSecondsUntil(nextAt)
  if (nextAt)
    return (
      <p class="notice row" role="status">
        <Icon name={trouble?.kind === 'too_fast' ? 'warn' : 'off'} />
        <span class="grow">
          {trouble?.kind === 'too_fast' ? texts.slowDown(seconds) : texts.tryingAgain(seconds)}
        </span>
        <button type="button" class="link" onClick={model.retry}>
          {texts.tryNow}
        </button>
      </p>
    )
  const url = safeUrl(config.privacyUrl ?? '')
  if (!isFirst) return null
  return (
    <p class="notice">
      <small>
        {texts.privacy(config.shop.name)}{' '}
        {url && (
          <a href={url} target="_blank" rel="noopener noreferrer">
            {texts.privacyLink}
          </a>
        )}
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
