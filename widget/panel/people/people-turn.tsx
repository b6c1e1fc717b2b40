import type { Turn } from '../thread/build-turns.ts'
import styles from './people.css?inline'
import { SystemLine } from './system-line.tsx'
import { TeammateTurn, TeammateWriting } from './teammate-turn.tsx'

export { styles }

/** What people say and write, and the lines on their coming and going. */
export function PeopleTurn({
  turn,
}: {
  turn: Extract<Turn, { kind: 'teammate' | 'line' | 'writing' }>
}) {
  if (turn.kind === 'teammate') return <TeammateTurn turn={turn} />
  if (turn.kind === 'writing') return <TeammateWriting face={turn.face} />
  return <SystemLine event={turn.event} />
}
