import type { Turn } from '../thread/build-turns.ts'
import { Answer } from './answer.tsx'
import styles from './answers.css?inline'
import { LiveAnswer } from './live-answer.tsx'

export { styles }

/** What the assistant said, could not say, or is saying. */
export function AnswerTurn({
  turn,
  isLast,
}: {
  turn: Extract<Turn, { kind: 'answer' | 'failure' | 'live' }>
  isLast: boolean
}) {
  if (turn.kind === 'live') return <LiveAnswer />
  if (turn.kind === 'answer') return <Answer message={turn.message} isLast={isLast} />
  return <Answer isLast={false} />
}
