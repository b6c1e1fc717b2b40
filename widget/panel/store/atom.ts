/** A value that can be watched. `set` with the same value tells nobody. */
export type Atom<T> = {
  get(): T
  set(value: T): void
  /** Returns how to stop. */
  watch(listener: () => void): () => void
}

export function createAtom<T>(initial: T): Atom<T> {
  let current = initial
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set(value) {
      if (value === current) return
      current = value
      for (const listener of listeners) listener()
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
