import type { Context as HonoContext } from 'hono'
import type { Room, StreamFrame } from '../../../protocol/frames.ts'
import type { ConversationId } from '../../../protocol/ids.ts'
import type { VisitorContext } from '../../core/context.ts'
import type { VisitorEnv } from '../../http/app-env.ts'
import { streamFrames } from '../../http/stream-frames.ts'
import { listEvents } from '../log/store.ts'
import { visitorView } from '../log/stored-conversation.ts'
import { visitorsConversation } from '../log/visitors-conversation.ts'
import { PAGE_EVENTS } from '../reading/read-thread.ts'
import { createFrameQueue } from './frame-queue.ts'
import type { ReceivedMessage } from './receive-message.ts'

/**
 * Streams what follows from a message on the visitor's own POST: `open`, every event from the command's
 * first on, the answer as it is written, `done`. Call it in the same tick as the commit, so that nothing
 * falls between what is read from the log and what is heard.
 */
export async function streamMessage<E extends VisitorEnv>(
  c: HonoContext<E>,
  received: ReceivedMessage,
  roomOf: (id: ConversationId) => Promise<Room>,
): Promise<Response> {
  const ctx = c.get('ctx')
  const madeToken = c.get('madeToken')
  const { id } = received.conversation
  const heard = hearFrom(ctx, received)
  const room = await roomOf(id)
  const conversation = visitorView(received.conversation)
  return streamFrames(c, async (write, signal) => {
    signal.addEventListener('abort', heard.close, { once: true })
    await write({
      type: 'open',
      ...(madeToken !== undefined && { visitorToken: madeToken }),
      conversation,
      room,
    })
    for await (const frame of heard.frames) await write(frame)
    if (signal.aborted) return
    const now = visitorView(visitorsConversation(ctx.db, ctx, id))
    await write({ type: 'done', conversation: now })
  })
}

function hearFrom(
  ctx: VisitorContext,
  { conversation: { id }, events, answered }: ReceivedMessage,
) {
  const frames = createFrameQueue<StreamFrame>()
  const firstSeq = Math.min(...events.map((event) => event.seq))
  // A turn has few events; whoever repeats an old command fetches what is beyond a page.
  for (const event of listEvents(ctx.db, id, 'visitor', firstSeq - 1, PAGE_EVENTS)) {
    frames.push({ type: 'event', event })
  }
  const live = ctx.live.current(id)
  if (live) frames.push({ type: 'delta', ...live, offset: 0 })
  const stopListening = ctx.live.listen(id, (frame) => frames.push(frame))
  const close = () => {
    stopListening()
    frames.close()
  }
  void answered.then(close)
  return { frames, close }
}
