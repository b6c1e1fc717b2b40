import { conversationRules } from './conversation-rules.ts'
import { roomParty } from './room-party.ts'

export default roomParty('conversation', conversationRules)
