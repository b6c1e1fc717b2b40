import { parseArgs } from 'node:util'
import { UsageError } from './command.ts'

type Kinds = Record<string, 'text' | 'texts' | 'flag'>
type Options<K extends Kinds> = {
  [N in keyof K]: K[N] extends 'text'
    ? string | undefined
    : K[N] extends 'texts'
      ? string[]
      : boolean
}

/** A command's options by name and what stands beside them; a stranger among them is a usage error. */
export function readOptions<const K extends Kinds>(
  args: string[],
  kinds: K,
): { options: Options<K>; rest: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(kinds).map(([name, kind]) => [
          name,
          {
            type: kind === 'flag' ? ('boolean' as const) : ('string' as const),
            multiple: kind === 'texts',
          },
        ]),
      ),
    })
    const entries = Object.entries(kinds).map(([name, kind]) => [
      name,
      values[name] ?? (kind === 'flag' ? false : kind === 'texts' ? [] : undefined),
    ])
    return { options: namedOptions<K>(entries), rest: positionals }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The options cannot be read.')
  }
}

/** Holds because each entry is a name of `kinds` with a value of its kind. */
function namedOptions<K extends Kinds>(entries: unknown[][]): Options<K> {
  return Object.fromEntries(entries) as Options<K>
}

export function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new UsageError(`${option} is missing.`)
  return value
}
