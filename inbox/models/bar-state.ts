import type { PublicFace } from '../../protocol/authors.ts'
import type { Phase } from '../../protocol/handoffs.ts'

type Speaker =
  | { kind: 'assistant' }
  | { kind: 'waiting'; since: number }
  | { kind: 'teammate'; teammate: PublicFace; since: number }
  | { kind: 'me'; teammate: PublicFace; since: number }
  | { kind: 'resolved'; teammate: PublicFace }

/** `composing`: one holds it. `noting`: one does not, and writes a note. `asking`: one is about to take it from a colleague. */
export type BarState = { name: 'looking' | 'asking' | 'composing' | 'noting'; speaker: Speaker }

export function barState(
  phase: Phase,
  here: { holdsIt: boolean; asking: boolean; noting: boolean },
): BarState {
  const speaker = speakerOf(phase, here.holdsIt)
  if (here.holdsIt) return { name: 'composing', speaker }
  if (here.asking && speaker.kind === 'teammate') return { name: 'asking', speaker }
  return { name: here.noting ? 'noting' : 'looking', speaker }
}

function speakerOf(phase: Phase, holdsIt: boolean): Speaker {
  switch (phase.name) {
    case 'assistant':
      return { kind: 'assistant' }
    case 'waiting':
      return { kind: 'waiting', since: phase.requestedAt }
    case 'teammate':
      return {
        kind: holdsIt ? 'me' : 'teammate',
        teammate: phase.teammate,
        since: phase.takenOverAt,
      }
    case 'resolved':
      return { kind: 'resolved', teammate: phase.teammate }
  }
}
