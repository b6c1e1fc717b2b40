import type { Evidence } from '../../../protocol/assessments.ts'
import type { PassageId } from '../../../protocol/ids.ts'
import type { ItemCard } from '../../../protocol/items.ts'
import type { Citation } from '../../../protocol/messages.ts'
import { ownLinks } from '../own-links.ts'

/** Where a statement stands: `quote` is a slice of the passage's text, to the letter. */
export type Source = {
  passageId: PassageId
  title: string
  url?: string | undefined
  quote: string
}

/** One thing that the answer says, and what it rests on. Without a source it is the assistant's own sentence. */
export type Statement = { text: string; source?: Source; also?: Source[] }

export type Draft = {
  statements: Statement[]
  items: ItemCard[]
  confidence: number
  evidence: Evidence[]
  /** It says itself that a part of what was asked is not known: a person is offered for that. */
  isHalf?: boolean
}

/** The statements as one text with numbered marks, and the citations that the marks point to. */
export function writeDraft(
  { statements }: Pick<Draft, 'statements'>,
  origins: readonly string[],
): { text: string; citations: Citation[] } {
  const citations: Citation[] = []
  const lines = statements.map(({ text, source, also = [] }) => {
    // What stands in the content is a stranger's text: its links and marks are words here.
    const safe = ownLinks(text, origins)
    const sources = source ? [source, ...also] : []
    const marks = sources.map((one) => `[${numberOf(one, citations)}]`).join('')
    return marks === '' ? safe : `${safe} ${marks}`
  })
  return { text: lines.reduce(joinLines, ''), citations }
}

function joinLines(before: string, line: string): string {
  if (before === '') return line
  const isListed = line.startsWith('- ')
  return `${before}${isListed ? '\n' : before.includes('\n- ') ? '\n\n' : ' '}${line}`
}

function numberOf(source: Source, citations: Citation[]): number {
  const known = citations.find(
    ({ passageId, quote }) => passageId === source.passageId && quote === source.quote,
  )
  if (known) return known.n
  const n = citations.length + 1
  const { passageId, title, url, quote } = source
  citations.push({ n, passageId, title, ...(url !== undefined && { url }), quote })
  return n
}
