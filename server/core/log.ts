/** What may be logged: ids, codes, counts and durations. Never text, names, tokens or query strings. */
export type LogFields = Record<string, string | number | boolean | undefined>

export type Log = {
  debug(event: string, fields?: LogFields): void
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}
