import type { ErrorBody, ErrorCode } from '../../../protocol/errors.ts'

/** A refusal of the server, or no way to it: then `status` is 0. */
export class ApiError extends Error {
  readonly status: number
  readonly code: ErrorCode
  /** How long to wait before asking again; from `Retry-After` when there is one. */
  readonly retryAfterMs: number | undefined

  constructor(status: number, code: ErrorCode, retryAfterMs?: number) {
    super(code)
    this.status = status
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}

export type ApiClient = {
  get<T>(path: string): Promise<T>
  /** A path on our own server, such as a picture's, as a URL. */
  resolve(path: string): string
  post<T>(path: string, body: object): Promise<T>
  /** The reply may still stream: the caller reads its body. */
  open(path: string, body: object): Promise<Response>
}

/** A line that died without a word is given up then. A stream may last as long as it likes. */
const FIRST_BYTE_WITHIN_MS = 20_000

/** `api` is where the shop's routes begin; `token` is asked for at each call. */
export function createApiClient(api: string, token: () => string | null): ApiClient {
  async function call(path: string, init: RequestInit, accept: string): Promise<Response> {
    const bearer = token()
    const headers: Record<string, string> = { Accept: accept }
    if (bearer) headers.Authorization = `Bearer ${bearer}`
    if (init.body) headers['Content-Type'] = 'application/json'
    const patience = new AbortController()
    const timer = setTimeout(() => patience.abort(), FIRST_BYTE_WITHIN_MS)
    const { signal } = patience
    const response = await fetch(api + path, { ...init, headers, signal, cache: 'no-store' }).catch(
      () => {
        throw new ApiError(0, 'unavailable')
      },
    )
    clearTimeout(timer)
    if (response.ok) return response
    throw await refusal(response)
  }
  const post = (path: string, body: object, accept: string) =>
    call(path, { method: 'POST', body: JSON.stringify(body) }, accept)

  return {
    get: async (path) => (await call(path, {}, 'application/json')).json(),
    post: async (path, body) => (await post(path, body, 'application/json')).json(),
    open: (path, body) => post(path, body, 'text/event-stream'),
    resolve: (path) => new URL(path, api).href,
  }
}

async function refusal(response: Response): Promise<ApiError> {
  const body: ErrorBody | null = await response.json().catch(() => null)
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
  const wait = Number.isFinite(seconds) ? seconds * 1000 : undefined
  return new ApiError(response.status, body?.error?.code ?? 'internal', wait)
}
