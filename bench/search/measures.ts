/** Mean and standard error of the mean. */
export function meanAndError(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return {
    mean,
    error: Math.sqrt(squares / Math.max(1, values.length - 1) / Math.max(1, values.length)),
  }
}

/** nDCG@10 with linear gains; the ideal order is that of the judged list. */
export function ndcgAt10(ranked: readonly string[], gains: ReadonlyMap<string, number>): number {
  const gain = (list: readonly number[]) =>
    list.slice(0, 10).reduce((sum, value, at) => sum + value / Math.log2(at + 2), 0)
  const ideal = gain(Array.from(gains.values()).sort((a, b) => b - a))
  return ideal === 0 ? 0 : gain(ranked.map((id) => gains.get(id) ?? 0)) / ideal
}

/** The chance that a positive scores above a negative; ties count half. */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  const sorted = [...negatives].sort((a, b) => a - b)
  const wins = positives.reduce((sum, value) => {
    const below = lowerBound(sorted, value)
    return sum + below + (upperBound(sorted, value) - below) / 2
  }, 0)
  return wins / (positives.length * sorted.length)
}

function lowerBound(sorted: readonly number[], value: number): number {
  const at = sorted.findIndex((other) => other >= value)
  return at === -1 ? sorted.length : at
}

function upperBound(sorted: readonly number[], value: number): number {
  const at = sorted.findIndex((other) => other > value)
  return at === -1 ? sorted.length : at
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
