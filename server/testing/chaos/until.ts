const LOOK_EVERY_MS = 20

/** Waits for a condition, as long as `withinMs`; tells whether it came to hold. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  withinMs: number,
): Promise<boolean> {
  const endAt = performance.now() + withinMs
  while (!(await holds())) {
    if (performance.now() > endAt) return false
    await pause(LOOK_EVERY_MS)
  }
  return true
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
