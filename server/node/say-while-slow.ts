const EVERY_MS = 2000

/** Says now and then that something goes on. Call what it returns when it is done. */
export function sayWhileSlow(
  what: string,
  say: (line: string) => void,
  everyMs = EVERY_MS,
): () => void {
  const startedAt = Date.now()
  const timer = setInterval(
    () => say(`${what} … ${Math.round((Date.now() - startedAt) / 1000)} s`),
    everyMs,
  )
  return () => clearInterval(timer)
}
