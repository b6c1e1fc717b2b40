/** Each check with the invariant or the rule of docs/protocol.md that it keeps. */
export const CHECKS = {
  C1: { keeps: 'I1', says: 'what was acknowledged is stored, once' },
  C2: { keeps: 'L3', says: 'nothing is stored that nobody sent' },
  C3: { keeps: 'I3', says: 'all viewers of one audience see the same order' },
  C4: { keeps: 'I2', says: 'no viewer misses an event or sees one twice' },
  C5: { keeps: 'I3', says: 'what was sent after an acknowledgement comes after it' },
  C6: { keeps: 'I5', says: 'the assistant speaks only while it has the conversation' },
  C7: { keeps: 'I5', says: 'one holder a version' },
  C8: { keeps: 'I6', says: 'a handoff alerts someone or says that nobody is there' },
  C9: { keeps: 'L2', says: 'counters and unread are what the log gives' },
  C10: { keeps: 'I1', says: 'the file and its index are sound' },
  C11: { keeps: 'L2', says: 'projection, screens and a fresh view are the fold of the log' },
  C12: { keeps: 'I4, I7', says: 'nobody hears what is not theirs' },
  C13: { keeps: 'I1', says: 'the server ends only when it is told to' },
  C14: { keeps: 'A5', says: 'what a shopper saw of an answer is in the log' },
} as const

export type CheckId = keyof typeof CHECKS
export type Finding = { check: CheckId; detail: string }
