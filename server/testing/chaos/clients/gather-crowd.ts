import type { ShopId } from '../../../../protocol/ids.ts'
import { type Invited, signIn } from '../make-chaos-shops.ts'
import { type ChaosTeammate, createChaosTeammate } from './chaos-teammate.ts'
import { type ChaosVisitor, createChaosVisitor } from './chaos-visitor.ts'
import type { Crowd } from './crowd.ts'
import { noteFreshPage, type ThreadPage } from './thread-page.ts'

/** Everybody of a run. */
export type Gathered = {
  teammates: ChaosTeammate[]
  pages(): ThreadPage[]
  /** Settles when all have stopped and what they began is settled. */
  run(): Promise<unknown>
  /** Notes what stands on every screen, then what a page that loads everything anew shows. */
  noteScreens(): Promise<void>
  close(): void
}

/** Signs the teammates in and opens their inboxes; the visitors come when `run` is called. */
export async function gatherCrowd(
  crowd: Crowd,
  invited: Invited[],
  visitorsOf: Record<ShopId, number>,
): Promise<Gathered> {
  const teammates: ChaosTeammate[] = []
  for (const invitation of invited) {
    const { shop, name } = invitation
    const cookie = await signIn(crowd.origin, invitation)
    teammates.push(createChaosTeammate(crowd, shop, { name, cookie }))
  }
  const visitors = Object.entries(visitorsOf).flatMap(([shop, count]) =>
    Array.from(
      { length: count },
      (_, n): ChaosVisitor => createChaosVisitor(crowd, shop, `visitor ${n + 1} of ${shop}`),
    ),
  )
  const everybody = [...visitors, ...teammates]
  const pages = () => everybody.flatMap((one) => one.pages())
  return {
    teammates,
    pages,
    run: () => Promise.all(everybody.map((one) => one.run())),
    async noteScreens() {
      for (const page of pages()) page.screen.note()
      for (const { inbox } of teammates) inbox.note()
      const { request, history } = crowd.pageOptions()
      for (const page of everybody.flatMap((one) => one.freshPages())) {
        await noteFreshPage({ request, history, ...page })
      }
    },
    close() {
      for (const one of everybody) one.close()
    },
  }
}
