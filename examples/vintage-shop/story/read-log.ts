import type { Page } from 'playwright-core'
import type { ConversationEvent } from '../../../protocol/events.ts'

/** The events as the shopper's own token gives them, asked for from the shop's page. */
export function visitorsLog(page: Page, serverUrl: string): Promise<ConversationEvent[]> {
  return page.evaluate(async (server) => {
    const stored = Object.values({ ...localStorage }).join(' ')
    const token = stored.match(/vt_[A-Za-z0-9_-]{43}/)?.[0]
    const id = stored.match(/cnv_[0-9a-z]{26}/)?.[0]
    const reply = await fetch(`${server}/v1/shops/demo/conversations/${id}/events?after=0`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return (await reply.json()).events
  }, serverUrl)
}

/** The events as a teammate's session gives them, asked for from the inbox. */
export function staffLog(page: Page, conversationId: string): Promise<ConversationEvent[]> {
  return page.evaluate(async (id) => {
    const reply = await fetch(`/v1/shops/demo/inbox/conversations/${id}/events?after=0`)
    return (await reply.json()).events
  }, conversationId)
}
