import { findItemCard } from '../content/find-item-card.ts'
import type { Database } from '../db/database.ts'
import { CONFIDENCE_THRESHOLD } from '../search/confidence.ts'
import { readSettings } from '../shops/read-settings.ts'
import type { Answer, Answerer, AnswerHooks, Question } from './answerer.ts'
import { askClaude, type ClaudeReply } from './claude/ask-claude.ts'
import { buildRequest, estimateInputTokens } from './claude/build-request.ts'
import { ClaudeFailure } from './claude/claude-failure.ts'
import { type ClaudeAccess, lazyClient } from './claude/create-client.ts'
import { DEFAULT_MODEL } from './claude/model-settings.ts'
import { gatherNotes, type Note } from './claude/notes.ts'
import { reserveTokens } from './claude/reserve-tokens.ts'
import { WATCHDOG_TIMES, type WatchdogTimes } from './claude/watchdog.ts'

type Deps = Parameters<Answerer['answer']>[0]

/** A question of so few words leans on the one before it. */
const FOLLOW_UP_WORDS = 6

/**
 * Lets Claude word what the shop's content holds. `fallback` answers first, unseen: it says how well the
 * content covers the question, so that what lies beside it never reaches the model, and its answer is at
 * hand whenever the model's does not come or does not stand.
 */
export function createClaudeAnswerer(
  options: ClaudeAccess & {
    model?: string | undefined
    fallback: Answerer
    times?: WatchdogTimes
  },
): Answerer {
  const { fallback, model = DEFAULT_MODEL, times = WATCHDOG_TIMES } = options
  const claude = { client: lazyClient(options), model, times }
  return {
    name: 'claude',
    async answer(deps, question, hooks) {
      const plain = await plainAnswer(fallback, deps, question, hooks.signal)
      let streamed = ''
      const delta: AnswerHooks['delta'] = (text, citations) => {
        streamed += text
        hooks.delta(text, citations)
      }
      try {
        const answer = await wordedAnswer(claude, deps, question, plain, { ...hooks, delta })
        if (streamed === '') hooks.delta(answer.text, answer.citations)
        return answer
      } catch (error) {
        hooks.signal.throwIfAborted()
        const reason = logFallback(deps, question, error)
        if (streamed !== '') hooks.dropped()
        hooks.delta(plain.text, plain.citations)
        return { ...plain, fallbackReason: reason }
      }
    },
  }
}

/** The model's wording, within the shop's tokens of the day. Rejects with why there is none. */
async function wordedAnswer(
  claude: { client: ReturnType<typeof lazyClient>; model: string; times: WatchdogTimes },
  deps: Deps,
  question: Question,
  plain: Answer,
  { signal, delta: emit }: AnswerHooks,
): Promise<Answer> {
  const { origins } = readSettings(deps.db)
  if (plain.confidence < CONFIDENCE_THRESHOLD) throw new ClaudeFailure('below_threshold')
  if (isSmallTalk(plain)) return plain
  const notes = gatherNotes(deps.db, question, plain)
  const request = buildRequest(claude.model, question, notes)
  const inputTokens = estimateInputTokens(request)
  const most = inputTokens + request.max_tokens
  const reservation = reserveTokens(deps.db, deps.now(), most)
  if (!reservation) throw new ClaudeFailure('budget_spent')
  const usage = { input: 0, output: 0 }
  const { itemCode } = question
  const { times } = claude
  try {
    const call = { request, inputTokens, notes, itemCode, origins, times, signal, emit, usage }
    const reply = await askClaude(claude.client, call)
    return answerFrom(deps.db, reply, { plain, notes })
  } finally {
    reservation.settle(usage.input + usage.output)
  }
}

/** That the content does not cover a question is daily business; the rest wants looking at. */
function logFallback({ log }: Deps, { id: questionId }: Question, error: unknown): string {
  const reason = error instanceof ClaudeFailure ? error.reason : 'internal'
  const kind = error instanceof Error ? error.name : typeof error
  if (reason === 'below_threshold') log.info('claude_not_asked', { questionId, reason })
  else log.warn('claude_fell_back', { questionId, reason, kind })
  return reason
}

/** The fallback's answer, told to nobody. A short question below the threshold is read with the one before it. */
async function plainAnswer(
  fallback: Answerer,
  deps: Deps,
  question: Question,
  signal: AbortSignal,
): Promise<Answer> {
  const ask = (text: string) =>
    fallback.answer(deps, { ...question, text }, { delta() {}, dropped() {}, signal })
  const answer = await ask(question.text)
  const earlier = question.history.findLast(({ by }) => by === 'visitor')?.text
  const isShort = question.text.trim().split(/\s+/).length <= FOLLOW_UP_WORDS
  if (answer.confidence >= CONFIDENCE_THRESHOLD) return answer
  if (!isShort || earlier === undefined) return answer
  const together = await ask(`${earlier} ${question.text}`)
  return together.confidence > answer.confidence ? together : answer
}

/** A greeting or thanks: nothing of the content is asked for, so there is nothing to word. */
function isSmallTalk({ citations, evidence }: Answer): boolean {
  return citations.length === 0 && evidence.length === 0
}

/** An answer that cites nothing says that the notes do not hold it, so it is not a confident one. */
function answerFrom(
  db: Database,
  { text, citations, wantsPerson }: ClaudeReply,
  { plain, notes }: { plain: Answer; notes: Note[] },
): Answer {
  const cited = new Set<string>(citations.map(({ passageId }) => passageId))
  const codes = new Set(
    notes.flatMap((note) => (cited.has(note.passageId) ? (note.itemCode ?? []) : [])),
  )
  if (text === '') return { ...plain, wantsPerson }
  const isVague = citations.length === 0 && !wantsPerson
  return {
    text,
    citations,
    items: [...codes].flatMap((code) => findItemCard(db, code) ?? []),
    confidence: isVague ? Math.min(plain.confidence, CONFIDENCE_THRESHOLD / 2) : plain.confidence,
    evidence: plain.evidence,
    answeredBy: 'claude',
    ...(wantsPerson && { wantsPerson }),
  }
}
