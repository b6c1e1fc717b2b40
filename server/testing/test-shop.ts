import type { TeammateRole } from '../../protocol/api.ts'
import type { PublicFace } from '../../protocol/authors.ts'
import type { ConversationId } from '../../protocol/ids.ts'
import type { Answerer } from '../answers/answerer.ts'
import { createLiveAnswers } from '../conversations/answering/live-answers.ts'
import type { SystemContext, TeammateContext, VisitorContext } from '../core/context.ts'
import { newId } from '../core/new-id.ts'
import type { Database } from '../db/database.ts'
import { teammates } from '../db/schema.ts'
import type { Publisher } from '../rooms/publisher.ts'
import { openTestDatabase } from './open-test-database.ts'
import { scriptedAnswerer } from './scripted-answerer.ts'
import { silentLog } from './silent-log.ts'

export type TestShop = {
  db: Database
  clock: { nowAt: number }
  /** Conversations in the order in which their events were handed to the publisher. */
  committed: ConversationId[]
  visitor(): VisitorContext
  teammate(name: string, role?: TeammateRole): TeammateContext
  system(): SystemContext
}

/** A shop for tests of verbs: a real database, real answers in memory, and a publisher that only listens. */
export function testShop<A extends Answerer>(options: {
  answerer: A
  file?: string
}): TestShop & { answerer: A } {
  const db = openTestDatabase(options.file)
  const clock = { nowAt: Date.UTC(2026, 10, 24, 12) }
  const committed: ConversationId[] = []
  const context = {
    shop: { id: 'demo' },
    db,
    now: () => clock.nowAt,
    newId: <P extends Parameters<typeof newId>[0]>(prefix: P) => newId(prefix, clock.nowAt),
    publish: listeningPublisher(committed),
    answerer: options.answerer,
    live: createLiveAnswers((error) => {
      throw error
    }),
    log: silentLog,
  }
  return {
    db,
    clock,
    committed,
    answerer: options.answerer,
    visitor: () => ({ ...context, actor: { kind: 'visitor', visitorId: newId('vis') } }),
    teammate: (name, role = 'teammate') => ({
      ...context,
      actor: { kind: 'teammate', teammate: addTeammate(db, name, role), role, sessionHash: name },
    }),
    system: () => ({ ...context, actor: { kind: 'system' } }),
  }
}

/** With an answerer whose pace the test decides. */
export function scriptedShop() {
  return testShop({ answerer: scriptedAnswerer() })
}

function addTeammate(db: Database, name: string, role: TeammateRole): PublicFace {
  const face = { id: newId('tmt'), name, initials: name.slice(0, 1) }
  db.insert(teammates)
    .values({
      id: face.id,
      email: `${name.toLowerCase()}@shop.example`,
      name,
      role,
      createdAt: 0,
      aroundAt: 0,
    })
    .run()
  return face
}

function listeningPublisher(committed: ConversationId[]): Publisher {
  return {
    committed: (id) => void committed.push(id),
    delta: () => {},
    dropped: () => {},
    writing: () => {},
    rememberRoom: () => {},
    kick: () => {},
  }
}
