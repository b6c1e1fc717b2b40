import type { Config } from '../config.ts'

/** What a command gets besides its own arguments. `print` writes a line of the result, `say` one about it. */
export type Terminal = {
  config: Config
  print(line: string): void
  say(line: string): void
}

/** 0 done · 1 failed · 2 called wrongly. */
export type ExitCode = 0 | 1 | 2

export type Command = {
  /** As it is called, such as `ingest --shop S FILE|DIR…`. */
  usage: string
  help: string
  run(args: string[], terminal: Terminal): Promise<ExitCode>
}

/** The command was called wrongly: its message is shown with the usage, and the exit code is 2. */
export class UsageError extends Error {}

/** What was asked for cannot be done: its message is the one line that is shown, and the exit code is 1. */
export class CommandError extends Error {}
