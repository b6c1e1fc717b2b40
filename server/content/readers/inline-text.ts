const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  euro: '€',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  hellip: '…',
  times: '×',
  deg: '°',
}

/** Each alternative is bounded, so that no input makes it slow. */
const INLINE = new RegExp(
  [
    String.raw`\\(?<escaped>[!-/:-@[-\x60{-~])`,
    String.raw`!\[[^\][]{0,300}\]\([^()]{0,1000}\)`,
    String.raw`\[(?<link>[^\][]{1,300})\](?:\([^()]{0,1000}\)|\[[^\][]{0,100}\])`,
    String.raw`<(?<address>[^<>\s]{1,300}[:@][^<>\s]{1,300})>`,
    String.raw`(?<lone>(?<=\s)[*_](?=\s)|(?<=\d)\*(?=\d))`,
    String.raw`\*{1,3}`,
    String.raw`(?<![\p{L}\p{N}])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}])`,
    '~~',
    '`+',
    String.raw`&(?:#(?<decimal>\d{1,7})|#x(?<hex>[\da-f]{1,6})|(?<entity>[a-z]{2,8}));`,
  ].join('|'),
  'giu',
)

/** A line of Markdown as a reader sees it: marks gone, links as their words, images gone. */
export function inlineText(markdown: string): string {
  return markdown
    .replace(INLINE, (whole: string, ...rest: unknown[]) => shown(whole, groupsOf(rest)))
    .replace(/[ \t]*\n[ \t]*/g, ' ')
    .trim()
}

type Groups = Record<string, string | undefined>

/** The named groups, which `replace` hands over last. */
function groupsOf(rest: unknown[]): Groups {
  return rest.at(-1) as Groups
}

function shown(whole: string, groups: Groups): string {
  const kept = groups.escaped ?? groups.address ?? groups.lone
  if (kept !== undefined) return kept
  if (groups.link !== undefined) return inlineText(groups.link)
  if (groups.decimal !== undefined) return character(Number(groups.decimal))
  if (groups.hex !== undefined) return character(Number.parseInt(groups.hex, 16))
  if (groups.entity !== undefined) return ENTITIES[groups.entity.toLowerCase()] ?? whole
  return ''
}

function character(code: number): string {
  return code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : ''
}
