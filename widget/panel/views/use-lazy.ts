import { useEffect, useState } from 'preact/hooks'

/** A view that is fetched when first wanted; `null` until it has come. `load` must stay the same function. */
export function useLazy<T>(isWanted: boolean, load: () => Promise<T>): T | null {
  const [loaded, setLoaded] = useState<{ value: T } | null>(null)
  useEffect(() => {
    if (!isWanted || loaded) return
    load().then(
      (value) => setLoaded({ value }),
      () => {
        // Without connection the chunk does not come; what asked for it stands as it was.
      },
    )
  }, [isWanted])
  return loaded && isWanted ? loaded.value : null
}
