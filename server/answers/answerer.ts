import type { Evidence } from '../../protocol/assessments.ts'
import type { MessageId } from '../../protocol/ids.ts'
import type { ItemCard } from '../../protocol/items.ts'
import type { Language } from '../../protocol/language.ts'
import type { Citation } from '../../protocol/messages.ts'
import type { Log } from '../core/log.ts'
import type { Database } from '../db/database.ts'

/** An earlier turn, oldest first. Staff-only events are never among them. */
export type Turn = { by: 'visitor' | 'assistant' | 'teammate'; text: string }

export type Question = {
  id: MessageId
  text: string
  language: Language
  /** The item whose page the visitor is on, as far as our own rows know the code. */
  itemCode?: string
  history: Turn[]
}

export type Answer = {
  /** Light markup of `protocol/pure/parse-markup.ts`; `[n]` marks citation n. */
  text: string
  citations: Citation[]
  /** Rows to show as cards, read when the answer was made. */
  items: ItemCard[]
  /** 0..1, from search: how well the content covers the question. */
  confidence: number
  evidence: Evidence[]
  answeredBy: 'extractive' | 'claude'
  /** Why another answerer than the wished one wrote it. For staff and the log, not for shoppers. */
  fallbackReason?: string
  /** The model called for a person. */
  wantsPerson?: boolean
}

export type AnswerHooks = {
  /** Text to append to what was streamed so far; with all that its marks cite up to now, if it has any. */
  delta(text: string, citations?: readonly Citation[]): void
  /** What was streamed so far does not stand; streaming begins anew. */
  dropped(): void
  /** Aborted by whatever ends the assistant's turn. An aborted answer rejects with the signal's reason. */
  signal: AbortSignal
}

/** Writes one answer from the shop's content. Rejects only when it was aborted or cannot answer at all. */
export type Answerer = {
  name: 'extractive' | 'claude'
  answer(
    deps: { db: Database; log: Log; now: () => number },
    question: Question,
    hooks: AnswerHooks,
  ): Promise<Answer>
}
