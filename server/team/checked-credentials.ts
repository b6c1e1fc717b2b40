import { AppError } from '../core/app-error.ts'

const NAME_LIMIT_CODE_POINTS = 80
const PASSWORD_MINIMUM_CODE_POINTS = 12
const LONE_SURROGATE = /\p{Surrogate}/u

/** The name to the letter, as shoppers will see it; without one, the name that stands already. */
export function checkedName(name: string | undefined, standing: string): string {
  const given = name ?? standing
  if (given.trim() === '' || codePoints(given) > NAME_LIMIT_CODE_POINTS) {
    throw malformed('name', `Give a name of 1 to ${NAME_LIMIT_CODE_POINTS} characters.`)
  }
  if (LONE_SURROGATE.test(given)) {
    throw malformed('name', 'The name holds a broken character (half of a surrogate pair).')
  }
  return given
}

export function checkedPassword(password: string): string {
  if (codePoints(password) < PASSWORD_MINIMUM_CODE_POINTS) {
    throw malformed(
      'password',
      `Choose a password of at least ${PASSWORD_MINIMUM_CODE_POINTS} characters.`,
    )
  }
  return password
}

function codePoints(text: string): number {
  return Array.from(text).length
}

function malformed(field: string, message: string): AppError {
  return new AppError('body_malformed', message, { field })
}
