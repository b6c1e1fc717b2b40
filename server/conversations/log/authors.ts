import type { Author } from '../../../protocol/authors.ts'
import type { TeammateContext, VisitorContext } from '../../core/context.ts'

/** The four who write into the log, as the author of an event. */
export const ASSISTANT = { kind: 'assistant', id: 'assistant' } as const satisfies Author

export const SYSTEM = { kind: 'system', id: 'system' } as const satisfies Author

export function visitorAuthor({ actor }: VisitorContext) {
  return { kind: 'visitor', id: actor.visitorId } as const
}

export function teammateAuthor({ actor }: TeammateContext) {
  return { kind: 'teammate', ...actor.teammate } as const
}
