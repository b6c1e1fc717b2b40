/** A statement carries at most so many parameters, so that it runs where a shop is a Durable Object. */
const PARAMETERS_A_STATEMENT = 100

/** Rows in groups that fit into one statement with `parametersARow` each. */
export function inBatches<T>(rows: readonly T[], parametersARow: number): T[][] {
  const size = Math.floor(PARAMETERS_A_STATEMENT / parametersARow)
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  )
}
