import { useEffect, useState } from 'preact/hooks'
import { adoptStyles } from '../adopt-styles.ts'
import { usePanel } from './panel-context.ts'

const RETRY_AFTER_MS = 2_000

/**
 * A chunk of views with its styles, fetched when first wanted; `null` until it has come. Without
 * connection it is tried again. `load` must stay the same function.
 */
export function useLazy<M extends object>(isWanted: boolean, load: () => Promise<M>): M | null {
  const { root } = usePanel()
  const [module, setModule] = useState<M | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (!isWanted || module) return
    let timer: ReturnType<typeof setTimeout> | undefined
    load().then(
      (loaded) => {
        if ('styles' in loaded) adoptStyles(root, String(loaded.styles))
        setModule(() => loaded)
      },
      () => {
        timer = setTimeout(() => setAttempt(attempt + 1), RETRY_AFTER_MS)
      },
    )
    return () => clearTimeout(timer)
  }, [isWanted, attempt])
  return isWanted ? module : null
}
