const FIRST_MS = 100
const LONGEST_MS = 5000

/** Full jitter: any moment up to twice the last limit, so that what failed together does not return together. */
export function retryDelayMs(failures: number, random = Math.random): number {
  return random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1))
}
