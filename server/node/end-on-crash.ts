import { describeError } from '../core/describe-error.ts'
import type { Log } from '../core/log.ts'

/**
 * What nobody caught ends the process: its state is unknown, and the log has everything that was
 * acknowledged. An error's message may hold what a shopper wrote, so only its kind and its place are kept.
 */
export function endOnCrash(log: Log): void {
  const end = (error: unknown) => {
    log.error('crashed', describeError(error))
    process.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}
