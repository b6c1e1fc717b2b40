export type Closers = {
  add(close: () => unknown): void
  /** Runs them in reverse, each however the one before it ended; the first failure is thrown at the end. */
  closeAll(): Promise<void>
}

/** What must be undone, in the order in which it was done. */
export function createClosers(): Closers {
  const closers: (() => unknown)[] = []
  return {
    add: (close) => void closers.push(close),
    async closeAll() {
      const failures: unknown[] = []
      for (let close = closers.pop(); close; close = closers.pop()) {
        try {
          await close()
        } catch (error) {
          failures.push(error)
        }
      }
      if (failures.length > 0) throw failures[0]
    },
  }
}
