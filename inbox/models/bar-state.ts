import type { PublicFace } from '../../protocol/authors.ts'
import type { Phase } from '../../protocol/handoffs.ts'
import type { Asking } from './ownership.ts'

type Speaker =
  | { kind: 'assistant'; answering: boolean }
  | { kind: 'waiting'; since: number }
  | { kind: 'teammate'; teammate: PublicFace; since: number }
  | { kind: 'me'; teammate: PublicFace; since: number }
  | { kind: 'resolved'; teammate: PublicFace }

/**
 * `composing`: one holds it. `noting`: one does not, and writes a note.
 * `taking`: one is about to take it from a colleague. `resolving`: one is about to resolve what nobody has answered.
 */
export type BarState = {
  name: 'looking' | 'taking' | 'resolving' | 'composing' | 'noting'
  speaker: Speaker
}

export function barState(
  phase: Phase,
  here: { holdsIt: boolean; asking: Asking; noting: boolean; answering: boolean },
): BarState {
  const speaker = speakerOf(phase, here)
  if (here.holdsIt) return { name: 'composing', speaker }
  if (here.asking === 'takeOver' && speaker.kind === 'teammate') return { name: 'taking', speaker }
  if (here.asking === 'resolve' && speaker.kind === 'waiting') return { name: 'resolving', speaker }
  return { name: here.noting ? 'noting' : 'looking', speaker }
}

function speakerOf(
  phase: Phase,
  { holdsIt, answering }: { holdsIt: boolean; answering: boolean },
): Speaker {
  switch (phase.name) {
    case 'assistant':
      return { kind: 'assistant', answering }
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
