export type HeardFrame = { type: string; [field: string]: unknown }

/** What a socket heard so far, and a way to wait for more of it. */
export type FrameLog = {
  frames: HeardFrame[]
  /** Resolves with the first frame of this type, heard already or yet to come. */
  heard(type: string): Promise<HeardFrame>
  /** Resolves when `count` frames were heard. */
  heardAll(count: number): Promise<void>
  push(frame: HeardFrame): void
}

export function createFrameLog(): FrameLog {
  const frames: HeardFrame[] = []
  const waiting = new Set<() => void>()

  function until<T>(find: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const look = () => {
        const found = find()
        if (found === undefined) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  }

  return {
    frames,
    heard: (type) => until(() => frames.find((frame) => frame.type === type)),
    heardAll: async (count) => {
      await until(() => (frames.length >= count ? true : undefined))
    },
    push(frame) {
      frames.push(frame)
      for (const look of waiting) look()
    },
  }
}
