/** What this browser keeps of a shop, under keys that begin with `cb:<shop>:`. */
export type PanelStorage = {
  read(key: StorageKey): string | null
  /** Writes, reads back and returns what stands there: with two tabs, both go on with one value. */
  write(key: StorageKey, value: string): string
  remove(key: StorageKey): void
  /** After this nothing of the shop is left. */
  clear(): void
}

/** Nothing is written before the shopper's first act. */
export type StorageKey = 'token' | 'conversation' | 'unsent' | 'draft' | 'size' | 'email'
const KEYS: StorageKey[] = ['token', 'conversation', 'unsent', 'draft', 'size', 'email']

/** Falls back to memory, key by key, where storage is blocked or full. */
export function createPanelStorage(shop: string): PanelStorage {
  const memory = new Map<StorageKey, string>()
  const name = (key: StorageKey) => `cb:${shop}:${key}`

  function attempt<T>(use: (storage: Storage) => T): T | null {
    try {
      return use(localStorage)
    } catch {
      // Blocked by the browser's settings, or full.
      return null
    }
  }

  function remove(key: StorageKey): void {
    memory.delete(key)
    attempt((storage) => storage.removeItem(name(key)))
  }

  return {
    read: (key) => memory.get(key) ?? attempt((storage) => storage.getItem(name(key))),
    write(key, value) {
      const written = attempt((storage) => {
        storage.setItem(name(key), value)
        return storage.getItem(name(key))
      })
      if (written === null) memory.set(key, value)
      else memory.delete(key)
      return written ?? value
    },
    remove,
    clear: () => KEYS.forEach(remove),
  }
}
