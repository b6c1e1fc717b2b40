import { AppError } from '../core/app-error.ts'

/** What a caller may know of an error: a refusal as it is, a full disk, a busy file; of all else, nothing. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  switch (sqliteCode(error)) {
    case 'SQLITE_FULL':
      return new AppError(
        'storage_full',
        'The shop cannot store anything now: its disk is full. Keep your text and try again in a while.',
      )
    case 'SQLITE_BUSY':
      return new AppError('unavailable', 'The shop is busy now. Try again in a few seconds.')
    default:
      return new AppError('internal', 'Something went wrong here. Try again in a while.')
  }
}

function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code.slice(0, 11)
  return sqliteCode(error.cause)
}
