import { mayView } from '../../../../protocol/pure/audience.ts'
import type { Finding } from '../finding.ts'
import type { InboxRecord, RunIndex, ViewerRecord } from '../run-index.ts'

/** C12: no `staff` event on any wire to a visitor, nothing of another conversation, nothing of another shop. */
export function checkAudience(run: RunIndex): Finding[] {
  const details = [
    ...[...run.viewers.values()].flatMap((record) => heardByViewer(run, record)),
    ...[...run.inboxes].flatMap(([id, inbox]) => listedInInbox(run, id, inbox)),
  ]
  return details.map((detail) => ({ check: 'C12', detail }))
}

function heardByViewer(run: RunIndex, { viewer, heard, shown }: ViewerRecord): string[] {
  return [...new Set([...heard, ...shown])].flatMap((event) => {
    const what = `${viewer.id} heard ${event.type} ${event.seq}`
    if (!mayView(viewer.role, event.audience)) return [`${what}, which is for staff`]
    if (event.conversationId !== viewer.conversationId) return [`${what} of another conversation`]
    const shop = run.threads.get(event.conversationId)?.shop
    return shop === undefined || shop === viewer.shop ? [] : [`${what} of the shop ${shop}`]
  })
}

function listedInInbox(run: RunIndex, id: string, { shop, listed }: InboxRecord): string[] {
  return [...listed.keys()].flatMap((conversationId) => {
    const home = run.threads.get(conversationId)?.shop
    return home === shop ? [] : [`${id} lists ${conversationId} of ${home ?? 'no shop'}`]
  })
}
