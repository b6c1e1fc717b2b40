import { inboxRules } from './inbox-rules.ts'
import { roomParty } from './room-party.ts'

export default roomParty('inbox', inboxRules)
