import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ConversationId } from '../../../protocol/ids.ts'
import { openTestDatabase } from '../../testing/open-test-database.ts'
import { scriptedAnswerer } from '../../testing/scripted-answerer.ts'
import { testShop } from '../../testing/test-shop.ts'
import { handBack } from '../handoff/hand-back.ts'
import { takeOver } from '../handoff/take-over.ts'
import { postNote } from '../messages/post-note.ts'
import { receiveMessage } from '../messages/receive-message.ts'
import { startConversation } from '../messages/start-conversation.ts'
import { findConversation } from './store.ts'

/** A shop's file, and who reads it beside the server whenever the publisher is told of a commit. */
function witnessedShop() {
  const folder = mkdtempSync(join(tmpdir(), 'counterbell-commit-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'shop.sqlite')
  const shop = testShop({ answerer: scriptedAnswerer(), file })
  const witness = openTestDatabase(file)
  const seen: (number | undefined)[] = []
  const visitor = shop.visitor()
  const publish = {
    ...visitor.publish,
    committed: (id: ConversationId) => void seen.push(findConversation(witness, id)?.lastSeq),
  }
  return {
    answerer: shop.answerer,
    seen,
    visitor: { ...visitor, publish },
    marta: { ...shop.teammate('Marta'), publish },
  }
}

test('L5: whatever the publisher is told of, another reader of the file can see', async () => {
  const { answerer, seen, visitor, marta } = witnessedShop()
  const first = startConversation(visitor, { clientId: 'first-act-1', text: 'One?' })
  const conversationId = first.conversation.id
  ;(await answerer.next()).finish({ text: 'One.' })
  await first.answered
  const second = receiveMessage(visitor, { conversationId, clientId: 'message-02', text: 'Two?' })
  ;(await answerer.next()).fail()
  await second.answered
  takeOver(marta, { conversationId, clientId: 'take-over-1', version: 0 })
  postNote(marta, { conversationId, clientId: 'the-note-1', text: 'For us' })
  handBack(marta, { conversationId, clientId: 'hand-back-1', version: 1 })
  expect(seen).toEqual([2, 4, 5, 8, 9, 10, 11])
})
