import type { ItemReply } from '../../../protocol/api.ts'
import type { Item } from '../../../protocol/items.ts'
import type { Page } from '../../../protocol/messages.ts'
import type { ApiClient } from '../model/api-client.ts'
import { type Atom, createAtom } from '../store/atom.ts'
import { readItemCode } from './read-item-code.ts'
import { watchNavigation } from './watch-navigation.ts'

/** The piece that the page shows, as context that the shopper can take away. */
export type PageItem = {
  /**
   * Our own row; `pending` while it is looked up, so that its place is kept; `null` when the page has
   * no item, its code is unknown, or it was taken away.
   */
  item: Atom<Item | 'pending' | null>
  /** The page as it is told to the server: address and title, and the code unless it was taken away. */
  page(): Page
  /** Looks at the page anew, which may have changed since. */
  read(): void
  /** What the page says with `item`: `{code}`, or anything else for none. */
  setCode(item: unknown): void
  remove(): void
}

const LONGEST_URL_UNITS = 2000
const LONGEST_TITLE_UNITS = 200
/** After these, single-page shops have put their new page's data in place. */
const REREAD_AFTER_MS = [100, 1000]

export function createPageItem(api: ApiClient, given: unknown, signal: AbortSignal): PageItem {
  const item = createAtom<Item | 'pending' | null>(null)
  /** What the page said itself, from `item`; it holds until the page goes on. */
  let fromPage = given
  let code: string | undefined
  let removed: string | undefined

  async function read(): Promise<void> {
    const found = fromPage === undefined ? readItemCode(document) : codeOf(fromPage)
    if (found === code) return
    code = found
    const isWanted = found !== undefined && found !== removed
    item.set(isWanted ? 'pending' : null)
    if (!isWanted) return
    const path = `/items?code=${encodeURIComponent(found)}`
    // Unknown to the shop, or no connection: then nothing is shown as known.
    const reply = await api.get<ItemReply>(path).catch(() => null)
    if (code === found && removed !== found) item.set(reply?.item ?? null)
  }

  watchNavigation(() => {
    fromPage = undefined
    removed = undefined
    for (const afterMs of REREAD_AFTER_MS) setTimeout(read, afterMs)
  }, signal)

  return {
    item,
    read,
    page() {
      read()
      const url = (location.origin + location.pathname).slice(0, LONGEST_URL_UNITS)
      const title = document.title.slice(0, LONGEST_TITLE_UNITS).replace(/[\uD800-\uDBFF]$/, '')
      return { url, title, ...(code && code !== removed && { itemCode: code }) }
    },
    setCode(next) {
      fromPage = next
      read()
    },
    remove() {
      removed = code
      item.set(null)
    },
  }
}

function codeOf(item: unknown): string | undefined {
  return typeof item === 'object' && item && 'code' in item ? String(item.code) : undefined
}
