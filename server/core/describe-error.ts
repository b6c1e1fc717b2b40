/**
 * What a log line may hold of an error: its kind, its code and where it was thrown, innermost first. Never its
 * message, which may quote what a shopper wrote, a token or a row.
 */
export function describeError(error: unknown): { name: string; code?: string; at: string } {
  if (!(error instanceof Error)) return { name: typeof error, at: '' }
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
  const at = frames.slice(0, 5).map((line) => line.trim().replace(/file:\/\/\S*\/(?=dist\/)/, ''))
  // Such as SQLITE_NOTADB or ECONNREFUSED: from a closed list, and often all that tells two errors apart.
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { name: error.name, ...code, at: at.join(' | ') }
}
