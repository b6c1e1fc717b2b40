import type { ShopId } from '../../protocol/ids.ts'
import type { OwnerLink } from '../team/owner-link.ts'
import { CALLED_AS } from './called-as.ts'
import type { Config } from './config.ts'

export type Started = {
  /** The demo shop's pages, where they are served. */
  shopUrl: string | undefined
  url: string
  inboxes: { shop: ShopId; ownerLink: OwnerLink | undefined }[]
  claude: Config['claude']
  answererName: 'extractive' | 'claude'
  dataDir: string
}

/** What whoever started the server needs to know, a line each. */
export function startLines(started: Started): string[] {
  return [
    ...(started.shopUrl === undefined ? [] : [line('Shop', started.shopUrl)]),
    ...(started.inboxes.length === 0
      ? [line('Server', `${started.url} (no shop yet: ${CALLED_AS} shop create --name …)`)]
      : started.inboxes.map((inbox) => line('Inbox', inboxOf(started.url, inbox)))),
    line('Answers', answersOf(started)),
    line('Data', started.dataDir),
    line('Stop', 'Ctrl-C'),
  ]
}

function inboxOf(url: string, { shop, ownerLink }: Started['inboxes'][number]): string {
  const address = `${url}/inbox/${shop}`
  if (!ownerLink) return address
  const { email, token } = ownerLink
  if (token !== undefined) return `${address}#link=${token} (opens the account of ${email}, once)`
  const another = `${CALLED_AS} teammate add --shop ${shop} --email ${email}`
  return `${address} (the link that ${email} was given still opens it; another: ${another})`
}

function answersOf({ answererName, claude }: Started): string {
  return answererName === 'claude'
    ? `Claude (${claude?.model ?? 'the default model'}), and extractive when it fails`
    : "extractive: sentences of the shop's own content (ANTHROPIC_API_KEY lets Claude answer)"
}

function line(label: string, text: string): string {
  return `${label.padEnd(8)} ${text}`
}
