import type * as Party from 'partykit/server'

/** PartyKit insists on a party of this name. Ours answers 404 to everything. */
export default class MainParty implements Party.Server {
  static onBeforeConnect(): Response {
    return notFound()
  }

  static onBeforeRequest(): Response {
    return notFound()
  }

  static onFetch(): Response {
    return notFound()
  }

  /** Never reached; without it PartyKit takes this for no party at all. */
  onRequest(): Response {
    return notFound()
  }
}

function notFound(): Response {
  return new Response(null, { status: 404 })
}
