import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import { CommandReply } from '../../protocol/api.ts'
import type { ConversationId, MessageId, PassageId } from '../../protocol/ids.ts'
import { ingestFile } from '../content/ingest-file.ts'
import { passages, sessions, teammates, visitors as visitorRows } from '../db/schema.ts'
import { makeVisitorToken } from '../visitors/make-visitor-token.ts'
import { instantAnswerer } from './instant-answerer.ts'
import { signInTeammate, TEST_ORIGIN } from './sign-in-teammate.ts'
import { type TestPlatform, type TestShopFile, testPlatform } from './test-platform.ts'

/** Somebody with what they hold: a visitor's token, a session, or nothing. */
type Caller = { headers: Record<string, string>; token?: string }
export type Thread = { id: ConversationId; answerId: MessageId; secret: string }

export type TwoShops = {
  test: TestPlatform
  demo: TestShopFile
  other: TestShopFile
  passageId: PassageId
  callers: Record<CallerName, Caller>
  threads: { ofA: Thread; ofB: Thread; ofOther: Thread }
  /** What stands in a staff note: no visitor may ever read it. */
  noteSecret: string
  /** Every hash that a row holds. */
  storedSecrets: string[]
}

export const CALLER_NAMES = [
  'anonymous',
  'visitorA',
  'visitorB',
  'otherShopsVisitor',
  'teammate',
  'admin',
  'otherShopsTeammate',
  'removedTeammate',
] as const
export type CallerName = (typeof CALLER_NAMES)[number]

/** Two shops with everybody who may knock at the first one's door, and a conversation of each visitor. */
export async function twoShops(): Promise<TwoShops> {
  const test = testPlatform({ answerer: instantAnswerer })
  const origins = [TEST_ORIGIN]
  const demo = test.addShop('demo', { origins })
  const other = test.addShop('other', { origins })
  const visitors = { A: newVisitor(), B: newVisitor(), other: newVisitor() }
  const threads = {
    ofA: await begin(test, 'demo', visitors.A, 'secret of A'),
    ofB: await begin(test, 'demo', visitors.B, 'secret of B'),
    ofOther: await begin(test, 'other', visitors.other, 'secret of the other shop'),
  }
  const teammate = await signInTeammate(test, 'demo', 'Marta')
  const admin = await signInTeammate(test, 'demo', 'Ines', 'admin')
  const removed = await signInTeammate(test, 'demo', 'Sam')
  demo.db.delete(teammates).where(eq(teammates.id, removed.teammateId)).run()
  const stranger = await signInTeammate(test, 'other', 'Jo', 'owner')
  const noteSecret = 'secret of the team'
  await post(test, `/v1/shops/demo/inbox/conversations/${threads.ofA.id}/notes`, teammate.headers, {
    clientId: 'the-note-1',
    text: noteSecret,
  })
  return {
    test,
    demo,
    other,
    passageId: addContent(test, demo),
    threads,
    noteSecret,
    storedSecrets: [demo, other].flatMap(({ db }) => [
      ...db
        .select()
        .from(visitorRows)
        .all()
        .map((row) => row.tokenHash),
      ...db
        .select()
        .from(sessions)
        .all()
        .map((row) => row.tokenHash),
      ...db
        .select()
        .from(teammates)
        .all()
        .flatMap((row) => row.passwordHash ?? []),
    ]),
    callers: {
      anonymous: { headers: { origin: TEST_ORIGIN } },
      visitorA: visitors.A,
      visitorB: visitors.B,
      otherShopsVisitor: visitors.other,
      teammate,
      admin,
      // The session of the other shop, under the cookie's name of this one.
      otherShopsTeammate: {
        headers: { ...stranger.headers, cookie: stranger.cookie.replace('cb_other', 'cb_demo') },
      },
      removedTeammate: removed,
    },
  }
}

function newVisitor() {
  const token = makeVisitorToken()
  return { token, headers: { origin: TEST_ORIGIN, authorization: `Bearer ${token}` } }
}

async function begin(test: TestPlatform, shop: string, visitor: Caller, secret: string) {
  const body = { clientId: 'first-act', text: `${secret}: is it wool?` }
  const reply = await post(test, `/v1/shops/${shop}/conversations`, visitor.headers, body)
  const { conversation, events } = v.parse(CommandReply, reply)
  for (const event of events) {
    if (event.type === 'message.created' && 'answers' in event.message) {
      return { id: conversation.id, answerId: event.message.id, secret }
    }
  }
  throw new Error('the first question got no answer')
}

async function post(
  test: TestPlatform,
  path: string,
  headers: Record<string, string>,
  body: object,
): Promise<unknown> {
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  const response = await test.app.request(TEST_ORIGIN + path, init)
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  return response.json()
}

function addContent({ platform }: TestPlatform, { db }: TestShopFile): PassageId {
  const { now, newId } = platform
  const files = {
    'stock.csv': 'code,title,status\nMRL-1,Wool coat,available\n',
    'care.md': '# Care\n\nWash wool by hand.\n',
  }
  for (const [name, text] of Object.entries(files)) {
    ingestFile({ db, now, newId }, { name, bytes: new TextEncoder().encode(text) })
  }
  const passage = db.select().from(passages).get()
  if (!passage) throw new Error('the content has no passage')
  return passage.id
}
