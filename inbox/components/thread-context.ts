import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { StaffConversation } from '../../protocol/conversations.ts'
import type { ThreadModel } from '../models/thread-model.ts'

export const ThreadContext = createContext<ThreadModel | null>(null)

/** The opened conversation, which is loaded wherever this is called. */
export function useThread(): ThreadModel & { conversation: StaffConversation } {
  const thread = useContext(ThreadContext)
  const conversation = thread?.log.conversation.value
  if (!thread || !conversation) throw new Error('This component stands outside of ThreadContext.')
  return { ...thread, conversation }
}
