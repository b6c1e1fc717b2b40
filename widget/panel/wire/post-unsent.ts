import type { CommandReply } from '../../../protocol/api.ts'
import type { StreamFrame } from '../../../protocol/frames.ts'
import type { ConversationId } from '../../../protocol/ids.ts'
import type { Language } from '../../../protocol/language.ts'
import { type ApiClient, ApiError } from '../model/api-client.ts'
import type { Unsent } from '../model/outbox.ts'
import { readFrames } from './read-frames.ts'

/**
 * Sends a text or asks for a person, in a conversation or as its first act. Resolves once the
 * server has stored it; the answer goes on streaming into `receive`,
 * and `onCut` tells that it stopped before its end.
 */
export async function postUnsent(
  api: ApiClient,
  target: { conversationId: ConversationId | undefined; language: Language },
  unsent: Unsent,
  handle: {
    receive(frame: StreamFrame): void
    receiveResult(result: CommandReply): void
    onCut(): void
  },
): Promise<void> {
  const { clientId, text, page } = unsent
  const { conversationId, language } = target
  const act = text === undefined ? { handoff: true } : { text }
  if (conversationId && text === undefined) {
    return handle.receiveResult(
      await api.post(`/conversations/${conversationId}/handoff`, { clientId }),
    )
  }
  const path = conversationId ? `/conversations/${conversationId}/messages` : '/conversations'
  const body = { clientId, ...act, page, ...(!conversationId && { language }) }
  if (text === undefined) return handle.receiveResult(await api.post(path, body))
  const response = await api.open(path, body)
  await new Promise<void>((resolve, reject) => {
    let isWhole = false
    readFrames(response, (frame) => {
      handle.receive(frame)
      if (frame.type === 'open') resolve()
      isWhole = frame.type === 'done'
    })
      .catch(() => {
        // The line went: what was missed is asked for below.
      })
      .finally(() => {
        // Before `open` nothing is known to be stored. After it this rejection says nothing more.
        reject(new ApiError(0, 'unavailable'))
        if (!isWhole) handle.onCut()
      })
  })
}
