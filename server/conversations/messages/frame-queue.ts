/** Hands over in order what is pushed, to one reader who may be slower than the writer. */
export type FrameQueue<T> = {
  push(frame: T): void
  /** After this the reader gets what is left, then the end. */
  close(): void
  [Symbol.asyncIterator](): AsyncIterator<T>
}

export function createFrameQueue<T>(): FrameQueue<T> {
  const waiting: T[] = []
  let closed = false
  let wake = () => {}
  return {
    push(frame) {
      waiting.push(frame)
      wake()
    },
    close() {
      closed = true
      wake()
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const frame = waiting.shift()
        if (frame !== undefined) yield frame
        else if (closed) return
        else await new Promise<void>((resolve) => (wake = resolve))
      }
    },
  }
}
