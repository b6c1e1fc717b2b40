import type { Answerer } from './answerer.ts'
import { createClaudeAnswerer } from './claude.ts'
import { createExtractiveAnswerer } from './extractive.ts'

/** Claude where there is a key, with the extractive answers to fall back on; else those alone. */
export function chooseAnswerer(
  claude: { apiKey: string; baseUrl: string | undefined; model: string | undefined } | undefined,
): Answerer {
  const fallback = createExtractiveAnswerer()
  return claude ? createClaudeAnswerer({ ...claude, fallback }) : fallback
}
