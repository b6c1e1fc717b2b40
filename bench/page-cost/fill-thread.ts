import { ASSISTANT } from '../../server/conversations/log/authors.ts'
import { newId } from '../../server/core/new-id.ts'
import { DAMAGE } from '../../widget/testing/marlow.ts'
import type { ScriptedLog } from '../../widget/testing/scripted-log.ts'

export const THREAD_MESSAGES = 200

/** Goes on with a conversation until it has 200 messages, every second one an answer with citations. */
export function fillThread(log: ScriptedLog): void {
  const asker = log.events.find((event) => event.author.kind === 'visitor')?.author
  if (!asker) throw new Error('ask a first question')
  const said = log.events.filter(({ type }) => type === 'message.created').length
  for (let messages = said; messages < THREAD_MESSAGES; messages += 2) {
    const question = { id: newId('msg'), text: `Question ${messages}: is there any damage?` }
    log.append({
      type: 'message.created',
      author: asker,
      clientId: `filled-${messages}`,
      message: question,
    })
    const answer = { ...DAMAGE, id: newId('msg'), answers: question.id, items: [] }
    log.append({ type: 'message.created', author: ASSISTANT, message: answer })
  }
}
