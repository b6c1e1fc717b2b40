import type { Log } from '../core/log.ts'

/**
 * What nobody caught ends the process: its state is unknown, and the log has everything that was
 * acknowledged. An error's message may hold what a shopper wrote, so only its kind and its place are kept.
 */
export function endOnCrash(log: Log): void {
  const end = (error: unknown) => {
    log.error('crashed', describeCrash(error))
    process.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}

export function describeCrash(error: unknown): { name: string; at: string } {
  if (!(error instanceof Error)) return { name: typeof error, at: '' }
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
  const at = frames.slice(0, 5).map((line) => line.trim().replace(/file:\/\/\S*\/(?=dist\/)/, ''))
  return { name: error.name, at: at.join(' | ') }
}
