import type Anthropic from '@anthropic-ai/sdk'

export type ClaudeAccess = { apiKey: string; baseUrl?: string | undefined }

/**
 * Loads the SDK when it is first needed: it takes longer than the whole start of the server. Everything that
 * it would take from the environment by itself is given, and it writes no log of its own.
 */
export function lazyClient({ apiKey, baseUrl }: ClaudeAccess): () => Promise<Anthropic> {
  let client: Promise<Anthropic> | undefined
  return () => {
    client ??= import('@anthropic-ai/sdk').then(
      ({ default: Client }) =>
        new Client({
          apiKey,
          authToken: null,
          webhookKey: null,
          baseURL: baseUrl ?? 'https://api.anthropic.com',
          maxRetries: 1,
          logLevel: 'off',
          openTelemetry: false,
        }),
    )
    return client
  }
}
