import type { Answer, Answerer, AnswerHooks, Question } from '../answers/answerer.ts'

/** One answer that a test writes by hand, word by word. */
export type ScriptedTurn = {
  question: Question
  signal: AbortSignal
  delta(text: string): void
  dropped(): void
  finish(answer?: Partial<Answer>): void
  fail(error?: Error): void
}

export type ScriptedAnswerer = Answerer & {
  /** The next question that reaches the answerer; waits for it. */
  next(): Promise<ScriptedTurn>
}

/** An `Answerer` whose pace and outcome a test decides: for what happens while an answer is being written. */
export function scriptedAnswerer(): ScriptedAnswerer {
  const turns: ScriptedTurn[] = []
  const waiting: ((turn: ScriptedTurn) => void)[] = []

  return {
    name: 'extractive',
    next: () =>
      new Promise((resolve) => {
        const turn = turns.shift()
        if (turn) resolve(turn)
        else waiting.push(resolve)
      }),
    answer: (_deps, question, hooks) =>
      new Promise((resolve, reject) => {
        const turn = scriptedTurn(question, hooks, resolve, reject)
        const waiter = waiting.shift()
        if (waiter) waiter(turn)
        else turns.push(turn)
      }),
  }
}

function scriptedTurn(
  question: Question,
  hooks: AnswerHooks,
  resolve: (answer: Answer) => void,
  reject: (error: Error) => void,
): ScriptedTurn {
  let streamed = ''
  return {
    question,
    signal: hooks.signal,
    delta(text) {
      streamed += text
      hooks.delta(text)
    },
    dropped() {
      streamed = ''
      hooks.dropped()
    },
    finish: (answer) =>
      resolve({
        text: streamed,
        citations: [],
        items: [],
        confidence: 1,
        evidence: [],
        answeredBy: 'extractive',
        ...answer,
      }),
    fail: (error = new Error('scripted failure')) => reject(error),
  }
}
