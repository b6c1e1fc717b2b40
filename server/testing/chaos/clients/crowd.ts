import type { ClientId } from '../../../../protocol/ids.ts'
import type { History } from '../history.ts'
import type { Random } from '../random.ts'
import type { RequestServer } from './send-command.ts'

/** A fault of the clients, so that a run of the real server can be seen to fail. */
export type ClientFault = 'retries_without_its_id' | 'no_resume'

/** What all clients of a run have in common. */
export type Crowd = {
  random: Random
  origin: string
  shopUrl(shop: string): string
  newClientId(by: string): ClientId
  isStopping(): boolean
  /** What opens a page, but for whose it is. */
  pageOptions(): {
    request: RequestServer
    history: History
    random: Random
    shuffles: boolean
    neverResumes: boolean
    broken(error: unknown): void
  }
  sendOptions(): {
    request: RequestServer
    history: History
    random: Random
    copies: number
    forgetsItsId: boolean
    isOver(): boolean
  }
}

export function createCrowd(options: {
  history: History
  random: Random
  origin: string
  fault: ClientFault | undefined
  isStopping(): boolean
  /** Once it holds, clients give up what has no reply. */
  isOver(): boolean
  broken(error: unknown): void
}): Crowd {
  const { history, random, origin, fault } = options
  let made = 0
  return {
    random,
    origin,
    shopUrl: (shop) => `${origin}/v1/shops/${shop}`,
    newClientId: (by) =>
      `${by.replaceAll(/[^A-Za-z0-9]/g, '-')}-${String(++made).padStart(6, '0')}`,
    isStopping: options.isStopping,
    pageOptions: () => ({
      request: fetch,
      history,
      random,
      shuffles: true,
      neverResumes: fault === 'no_resume',
      broken: options.broken,
    }),
    sendOptions: () => ({
      request: fetch,
      history,
      random,
      copies: random.pick([1, 1, 1, 2, 2, 3]) ?? 1,
      forgetsItsId: fault === 'retries_without_its_id',
      isOver: options.isOver,
    }),
  }
}
