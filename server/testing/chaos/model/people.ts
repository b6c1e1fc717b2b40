import type { PublicFace } from '../../../../protocol/authors.ts'
import type { ShopId, TeammateId } from '../../../../protocol/ids.ts'
import type { CommandName } from '../history.ts'
import type { Random } from '../random.ts'

export const MODEL_TEAM: Record<ShopId, PublicFace[]> = {
  demo: [face('tmt_ana', 'Ana'), face('tmt_ben', 'Ben')],
  other: [face('tmt_cleo', 'Cleo')],
}

const VISITOR_ACTS: CommandName[] = [
  'message',
  'message',
  'message',
  'message',
  'handoff',
  'cancel',
]
const TEAMMATE_ACTS: CommandName[] = [
  'takeover',
  'takeover',
  'reply',
  'reply',
  'note',
  'hand_back',
  'resolve',
]

export function nextVisitorAct(random: Random): CommandName {
  return random.pick(VISITOR_ACTS) ?? 'message'
}

export function nextTeammateAct(random: Random): CommandName {
  return random.pick(TEAMMATE_ACTS) ?? 'note'
}

function face(id: TeammateId, name: string): PublicFace {
  return { id, name, initials: name.slice(0, 1) }
}
