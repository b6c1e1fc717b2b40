import { ingestFile } from '../../content/ingest-file.ts'
import { newId } from '../../core/new-id.ts'
import { createShopFile } from '../../node/shop-files.ts'
import { writeSettings } from '../../shops/write-settings.ts'
import { addTeammate } from '../../team/add-teammate.ts'

export type Invited = { shop: string; name: string; token: string }

/** Who works where. Two who click at once are of one shop. */
export const CHAOS_TEAM = { demo: ['Ana', 'Ben'], other: ['Cleo'] } as const
export const CHAOS_VISITORS = { demo: 14, other: 6 } as const

const CONTENT = {
  'stock.csv': [
    'code,title,material,price,currency,status,condition grade,condition notes',
    'MRL-1,Wool coat,wool,120,EUR,available,A,One small darn at the left cuff',
    'MRL-2,Linen shirt,linen,45,EUR,sold,B,',
    'MRL-3,Cord trousers,cotton,60,EUR,held,A,Hem let down by 2 cm',
  ].join('\n'),
  'care.md':
    '# Care\n\n## Wool\n\nWash wool by hand in cold water.\n\n## Linen\n\nIron linen damp.\n',
  'shipping.md':
    '# Shipping\n\nShipping costs 6 EUR within the country. Returns are free for 14 days.\n',
}

/** Two shops with content and teammates in a data folder that no server runs on yet. */
export async function makeChaosShops(dataDir: string): Promise<Invited[]> {
  const invited: Invited[] = []
  const deps = { now: Date.now, newId }
  for (const [shop, team] of Object.entries(CHAOS_TEAM)) {
    await createShopFile(dataDir, shop, async (db) => {
      // A crowd on one machine writes faster than any shopper.
      writeSettings(db, {
        name: shop,
        rates: { messagesPerMinuteVisitor: 100_000, commandsPerMinuteVisitor: 100_000 },
      })
      for (const [name, text] of Object.entries(CONTENT)) {
        ingestFile({ db, ...deps }, { name, bytes: new TextEncoder().encode(text) })
      }
      for (const name of team) {
        const email = `${name.toLowerCase()}@${shop}.example`
        const { token } = await addTeammate({ db, ...deps }, { email, role: 'teammate' })
        invited.push({ shop, name, token })
      }
    })
  }
  return invited
}

/** Spends a one-time link as the inbox does. The cookie outlives every restart. */
export async function signIn(origin: string, { shop, name, token }: Invited): Promise<string> {
  const response = await fetch(`${origin}/v1/shops/${shop}/session/link`, {
    method: 'POST',
    headers: { origin },
    body: JSON.stringify({ token, name, password: 'a long enough password' }),
  })
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (!response.ok || !cookie) throw new Error(`the link was refused: ${await response.text()}`)
  return cookie
}
