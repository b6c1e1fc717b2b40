import type { Citation } from '../../../protocol/messages.ts'
import type { Grounds } from '../answer-writer.ts'
import { knownPromises } from '../read-promises.ts'
import type { Note } from './notes.ts'

/** What the notes of one call hold, `citations` being those up to now. The row of the page's item needs none. */
export function noteGrounds(
  notes: readonly Note[],
  itemCode: string | undefined,
  citations: () => readonly Citation[],
): Grounds {
  const known = notes.map((note) => ({
    ...note,
    isOfPage: itemCode !== undefined && note.itemCode === itemCode,
    claims: knownPromises(`${note.title}\n${note.text}`),
  }))
  const isCited = (id: Note['passageId']) => citations().some(({ passageId }) => passageId === id)
  return {
    given: (claim) => known.some(({ claims }) => claims.has(claim)),
    cited: (claim) =>
      known.some(
        ({ claims, isOfPage, passageId }) => claims.has(claim) && (isOfPage || isCited(passageId)),
      ),
  }
}
