// @ts-check
const TERMINAL_EVERY_MS = 1000
const FILE_EVERY_MS = 15_000

/**
 * Says on stderr what takes long, and for how long already: by rewriting the line in a terminal, by
 * another line now and then in a log. Call what it returns when it is done.
 * @param {string} what
 */
export function showLife(what) {
  const out = process.stderr
  const startedAt = Date.now()
  const tell = () => {
    const seconds = Math.round((Date.now() - startedAt) / 1000)
    const line = `${what} … ${seconds > 0 ? `${seconds} s` : ''}`
    out.write(out.isTTY ? `\r${line}` : `${line}\n`)
  }
  tell()
  const timer = setInterval(tell, out.isTTY ? TERMINAL_EVERY_MS : FILE_EVERY_MS)
  return () => {
    clearInterval(timer)
    if (out.isTTY) out.write('\n')
  }
}
