import type { Item } from '../../protocol/items.ts'
import type { AnswerMessage } from '../../protocol/messages.ts'

/** Hosts that our own rows name, not the text: only these become links. */
export function ownHostsOf(message: AnswerMessage, item: Item | null): ReadonlySet<string> {
  const urls = [...message.citations, ...message.items, ...(item ? [item] : [])].map(
    ({ url }) => url,
  )
  return new Set(urls.map((url) => hostOf(url)).filter((host) => host !== ''))
}

function hostOf(url: string | undefined): string {
  return url && URL.canParse(url) ? new URL(url).host : ''
}
