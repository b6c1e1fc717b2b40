/** What `text` says as JSON; null where it is none. `T` is what it should be: whoever asks makes sure. */
export function parseJson<T = unknown>(text: string | null | undefined): T | null {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
