import type { ErrorBody } from '../../protocol/errors.ts'
import type { ThreadApi } from '../models/thread-model.ts'
import type { Outcome, Refusal } from '../wire/request.ts'
import { type Answer, answerCall } from './scripted-api.ts'
import { scriptedRoom } from './scripted-room.ts'
import type { ScriptedShop } from './scripted-shop.ts'

/**
 * The staff routes over a scripted shop without HTTP between. `lose` says what becomes of the next
 * calls: `request` never arrives, `reply` arrives and its answer is lost.
 */
export function createDirectApi(shop: ScriptedShop) {
  const calls: string[] = []
  let losing: 'request' | 'reply' | null = null
  const offline: Refusal = {
    ok: false,
    code: 'offline',
    message: 'No connection. Try again.',
    details: {},
  }

  async function call<T>(method: string, path: string, body?: object): Promise<Outcome<T>> {
    const [plain = '', query = ''] = path.split('?')
    calls.push(`${method} ${plain.split('/').at(-1)}`)
    if (losing === 'request') return offline
    const answer = answerCall(
      shop,
      () => scriptedRoom,
      { method, path: plain, query: new URLSearchParams(query), body },
      true,
    )
    return losing === 'reply' ? offline : outcomeOf<T>(answer)
  }

  const at = (id: string, verb: string) => `/inbox/conversations/${id}/${verb}`
  const api: ThreadApi = {
    events: (id, after) => call('GET', at(id, `events?after=${after}`)),
    takeOver: (id, input) => call('POST', at(id, 'takeover'), input),
    handBack: (id, input) => call('POST', at(id, 'hand-back'), input),
    resolve: (id, input) => call('POST', at(id, 'resolve'), input),
    reply: (id, input) => call('POST', at(id, 'replies'), input),
    note: (id, input) => call('POST', at(id, 'notes'), input),
    markRead: (id, input) => call('POST', at(id, 'read'), input),
  }
  return {
    api,
    calls,
    lose(next: typeof losing) {
      losing = next
    },
  }
}

function outcomeOf<T>({ status, body }: Answer): Outcome<T> {
  if (status < 400) return { ok: true, value: scriptedBody<T>(body) }
  const { error } = scriptedBody<ErrorBody>(body)
  return { ok: false, code: error.code, message: error.message, details: error.details ?? {} }
}

/** The scripted routes answer with the contract's shapes; which one a route has only the caller knows. */
function scriptedBody<T>(body: object | null): T {
  return body as T
}
