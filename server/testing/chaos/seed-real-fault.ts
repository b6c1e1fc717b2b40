import { sql } from 'drizzle-orm'
import type { ConversationEvent } from '../../../protocol/events.ts'
import type { StoredConversation } from '../../conversations/log/stored-conversation.ts'
import { newId } from '../../core/new-id.ts'
import { findShopFile } from '../../node/shop-files.ts'
import { deriveRoomKeys } from '../../rooms/derive-room-keys.ts'
import { roomName } from '../../rooms/room-name.ts'
import { readLog, readShops } from './read-stored-shop.ts'
import type { ChaosOptions, ChaosWorld } from './run-chaos.ts'
import { until } from './until.ts'

const SHOWS_WITHIN_MS = 45_000

/** Faults of the real server, seeded from outside it: its code stays as it is. */
export const REAL_FAULTS = {
  /** The file forgets which command a message came from: a repeat cannot be known. */
  no_idempotency: { tamper: forgetClientIds },
  /** The rooms are told of an event, and the server dies before it commits. */
  publishes_before_commit: { disturb: publishAndDie },
  /** The clients connect again and never ask what they missed. */
  no_resume: { clientFault: 'no_resume' },
} satisfies Record<string, Partial<ChaosOptions>>

function forgetClientIds(dataDir: string): void {
  const file = findShopFile(dataDir, 'demo')
  file?.db.run(sql`
    CREATE TRIGGER forget_client_ids AFTER INSERT ON events WHEN NEW.type = 'message.created'
    BEGIN UPDATE events SET client_id = NULL WHERE id = NEW.id; END`)
  file?.close()
}

async function publishAndDie({ server, history, dataDir, secret }: ChaosWorld): Promise<void> {
  const { publishKey } = await deriveRoomKeys(secret)
  const told = new Set<string>()
  const isShown = () =>
    history.entries.some((entry) => entry.kind === 'shown' && told.has(entry.event.id))
  await until(async () => {
    const [shop] = readShops(dataDir, ['demo'], readLog)
    for (const row of shop?.conversations ?? []) {
      const event = neverStored(row)
      told.add(event.id)
      await fetch(`${server.roomsUrl()}/parties/conversation/${roomName('demo', row.id)}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${publishKey}` },
        body: JSON.stringify({ frames: [{ type: 'event', event }] }),
      }).catch(() => {})
    }
    return isShown()
  }, SHOWS_WITHIN_MS)
  await server.killServer()
}

/** What the server might have written next. */
function neverStored({ id, lastSeq, lastEveryoneSeq }: StoredConversation): ConversationEvent {
  const message = {
    id: newId('msg'),
    text: 'Never stored',
    answers: newId('msg'),
    citations: [],
    items: [],
  }
  return {
    id: newId('evt'),
    conversationId: id,
    seq: lastSeq + 1,
    prev: lastEveryoneSeq,
    type: 'message.created',
    audience: 'everyone',
    author: { kind: 'assistant', id: 'assistant' },
    createdAt: Date.now(),
    message,
  }
}
