import { articlePage } from './pages/article-page.ts'
import { conditionGuidePage } from './pages/condition-guide-page.ts'
import { homePage } from './pages/home-page.ts'
import type { Html } from './pages/html.ts'
import { itemPage } from './pages/item-page.ts'
import { listingPage } from './pages/listing-page.ts'
import { notFoundPage } from './pages/not-found-page.ts'
import { pieceOf, type Visit } from './pages/shop.ts'
import { visitPage } from './pages/visit-page.ts'
import { departmentAt } from './stock/filters.ts'

const PAGES: Record<string, (visit: Visit) => Html> = {
  '/': homePage,
  '/condition-guide': conditionGuidePage,
  '/shipping-and-returns': (visit) =>
    articlePage(visit, visit.shop.articles['shipping-and-returns']),
  '/care': (visit) => articlePage(visit, visit.shop.articles.care),
  '/questions': (visit) => articlePage(visit, visit.shop.articles.faq),
  '/visit': visitPage,
}

/** The page at a path, or the one that says there is none. */
export function choosePage(visit: Visit): { status: number; page: Html } {
  const fixed = Object.hasOwn(PAGES, visit.path) ? PAGES[visit.path] : undefined
  if (fixed) return { status: 200, page: fixed(visit) }
  const department = departmentAt(visit.path)
  if (department) return { status: 200, page: listingPage(visit, department) }
  const code = /^\/items\/([\w-]+)$/.exec(visit.path)?.[1]
  const piece = code && pieceOf(visit.shop, code)
  if (piece) return { status: 200, page: itemPage(visit, piece) }
  return { status: 404, page: notFoundPage(visit) }
}
