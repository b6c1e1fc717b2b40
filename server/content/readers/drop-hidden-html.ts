const TAG = /<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])([^<>]*)>/iy
/** Elements whose content a page does not show. */
const NEVER_SHOWN = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'svg'])
const HIDING =
  /(?:^|\s)hidden(?:[\s=/]|$)|(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*0(?![.\d]))/i
const BREAKING = new Set([
  'br',
  'p',
  'div',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'table',
])
const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])

/** A text without HTML comments, without elements that a page would hide, and without the tags of the others. */
export function dropHiddenHtml(text: string): string {
  let kept = ''
  let at = 0
  while (at < text.length) {
    const next = text.indexOf('<', at)
    if (next === -1) break
    kept += text.slice(at, next)
    at = next
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4)
      at = end === -1 ? text.length : end + 3
      continue
    }
    const tag = readTag(text, at)
    if (tag === undefined) {
      kept += '<'
      at++
    } else {
      at = tag.opens && isHidden(tag) ? endOfElement(text, tag.end, tag.name) : tag.end
      if (BREAKING.has(tag.name)) kept += '\n'
    }
  }
  return kept + text.slice(at)
}

type Tag = { name: string; attributes: string; opens: boolean; end: number }

function readTag(text: string, at: number): Tag | undefined {
  TAG.lastIndex = at
  const match = TAG.exec(text)
  if (match === null) return undefined
  const [whole, slash, name = '', attributes = ''] = match
  return { name: name.toLowerCase(), attributes, opens: slash === '', end: at + whole.length }
}

function isHidden({ name, attributes }: Tag): boolean {
  if (VOID.has(name) || attributes.endsWith('/')) return false
  return NEVER_SHOWN.has(name) || HIDING.test(attributes)
}

/** Where the element that was just opened ends: at its own closing tag, or with the text. */
function endOfElement(text: string, from: number, name: string): number {
  let depth = 1
  for (let at = text.indexOf('<', from); at !== -1; at = text.indexOf('<', at + 1)) {
    const tag = readTag(text, at)
    if (tag?.name !== name) continue
    depth += tag.opens ? 1 : -1
    if (depth === 0) return tag.end
  }
  return text.length
}
