/**
 * The small language that answers are written in: paragraphs, line breaks, bold, bullet lists,
 * links and citation marks. What is not of it stays text, so nothing that a model says becomes
 * more than these nodes. A screen draws them as text and elements, never as HTML.
 */
export type BlockNode =
  | { type: 'paragraph'; children: InlineNode[] }
  | { type: 'list'; items: InlineNode[][] }

export type InlineNode =
  | { type: 'text'; text: string }
  | { type: 'break' }
  | { type: 'bold'; children: InlineNode[] }
  /** `url` is absolute and http, https or mailto. `label` is never empty. */
  | { type: 'link'; url: string; label: string }
  /** `[n]`: the number of a citation, which the reader of the nodes looks up. */
  | { type: 'mark'; n: number }

/** In UTF-16 units. What lies beyond is kept as text that nobody parses. */
export const MARKUP_LIMIT_UNITS = 20_000

const LABEL_LIMIT_UNITS = 300
const URL_LIMIT_UNITS = 2_000
const BULLET = /^[ \t]{0,8}[-*•][ \t]/
const URL_END = /[\s<>"'`()[\]{}|\\^]/
const TRAILING_PUNCTUATION = '.,;:!?…*_'

/** Linear in the length of `text`: each search for an end is bounded or ends in a node. */
export function parseMarkup(text: string, limitUnits = MARKUP_LIMIT_UNITS): BlockNode[] {
  const blocks: BlockNode[] = []
  let continues = false
  for (const line of text.slice(0, limitUnits).split(/\r\n?|\n/)) {
    if (line.trim() === '') {
      continues = false
      continue
    }
    const last = continues ? blocks.at(-1) : undefined
    const bullet = BULLET.exec(line)
    const nodes = parseInline(line.slice(bullet?.[0].length ?? 0))
    if (bullet) {
      if (last?.type === 'list') last.items.push(nodes)
      else blocks.push({ type: 'list', items: [nodes] })
    } else if (last?.type === 'paragraph') {
      last.children.push({ type: 'break' }, ...nodes)
    } else {
      blocks.push({ type: 'paragraph', children: nodes })
    }
    continues = true
  }
  const rest = text.slice(limitUnits)
  if (rest) blocks.push({ type: 'paragraph', children: [{ type: 'text', text: rest }] })
  return blocks
}

/** The http, https or mailto URL that `text` is, or null. Relative ones are none: there is no page to stand on. */
export function safeUrl(text: string): string | null {
  if (text.length > URL_LIMIT_UNITS) return null
  try {
    const url = new URL(text)
    return /^(https?|mailto):$/.test(url.protocol) ? url.href : null
  } catch {
    return null
  }
}

type Found = { node: InlineNode; end: number }

function parseInline(line: string, insideBold = false): InlineNode[] {
  const nodes: InlineNode[] = []
  // Openers behind the last closer are never searched from, so a row of them costs nothing.
  const boldEndsAt = insideBold ? -1 : line.lastIndexOf('**')
  let plainFrom = 0
  for (let at = 0; at < line.length; ) {
    const found = findAt(line, at, boldEndsAt)
    if (!found) {
      at++
      continue
    }
    pushText(nodes, line.slice(plainFrom, at))
    nodes.push(found.node)
    at = plainFrom = found.end
  }
  pushText(nodes, line.slice(plainFrom))
  return nodes
}

function findAt(line: string, at: number, boldEndsAt: number): Found | undefined {
  switch (line[at]) {
    case '*':
      return at < boldEndsAt ? findBold(line, at) : undefined
    case '[':
      return findMark(line, at) ?? findLink(line, at)
    case 'h':
    case 'H':
      return findBareUrl(line, at)
    default:
      return undefined
  }
}

/** Only called where a closing `**` is known to lie ahead, so that each search ends in a node. */
function findBold(line: string, at: number): Found | undefined {
  if (line[at + 1] !== '*') return
  const end = line.indexOf('**', at + 2)
  const inner = line.slice(at + 2, end)
  if (end < 0 || inner.trim() === '') return
  return { node: { type: 'bold', children: parseInline(inner, true) }, end: end + 2 }
}

function findMark(line: string, at: number): Found | undefined {
  const digits = /^\[([1-9]\d?)\]/.exec(line.slice(at, at + 4))
  if (!digits?.[1]) return
  return { node: { type: 'mark', n: Number(digits[1]) }, end: at + digits[0].length }
}

function findLink(line: string, at: number): Found | undefined {
  const window = line.slice(at, at + LABEL_LIMIT_UNITS + URL_LIMIT_UNITS)
  const middle = window.slice(0, LABEL_LIMIT_UNITS).indexOf('](')
  if (middle < 0) return
  const label = window.slice(1, middle)
  if (label.includes('[') || label.trim() === '') return
  const close = window.indexOf(')', middle)
  const url = close < 0 ? null : safeUrl(window.slice(middle + 2, close).trim())
  return url ? { node: { type: 'link', url, label }, end: at + close + 1 } : undefined
}

function findBareUrl(line: string, at: number): Found | undefined {
  const scheme = /^https?:\/\//i.exec(line.slice(at, at + 8))
  if (!scheme || /\w/.test(line[at - 1] ?? '')) return
  const window = line.slice(at, at + URL_LIMIT_UNITS)
  let end = window.search(URL_END)
  if (end < 0) end = window.length
  while (TRAILING_PUNCTUATION.includes(window[end - 1] ?? ' ')) end--
  const label = window.slice(0, end)
  if (label.length <= scheme[0].length) return
  const url = safeUrl(label)
  // What is no URL is passed over as a whole, or a long one would be tried again at each `http` in it.
  return { node: url ? { type: 'link', url, label } : { type: 'text', text: label }, end: at + end }
}

function pushText(nodes: InlineNode[], text: string): void {
  if (text) nodes.push({ type: 'text', text })
}
