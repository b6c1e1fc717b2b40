import { safeUrl } from '../../protocol/pure/parse-markup.ts'

/** What `protocol/pure/parse-markup.ts` ends an address at, and what ends the host in it. */
const ADDRESS_END = '\\s<>"\'`()[\\]{}|\\\\^\ue000\ue001'
const BARE = new RegExp(`(?<!\\w)((?:https?://)+)(?=([^${ADDRESS_END}/?#]*))`, 'gi')
/** Where a label meets its address: the parser's own join, so each is judged alone. */
const JOIN = /\]\((?=([^)\n\r]{0,2000}\))?)/g
const MARK = /\[(\d{1,2})\]/g

/**
 * Text of a model in which only links to `origins` are left: any other stays as words, its address without
 * a scheme and apart from its label, so that no screen makes a link of it. A `[1]` of the model's own is no
 * citation: `(1)`. `before` is the character that the text follows.
 */
export function ownLinks(text: string, origins: readonly string[], before = ''): string {
  const apart = (before + text)
    .replace(MARK, '($1)')
    .replace(JOIN, (join, rest?: string) => (isOwn(rest, origins) ? join : '] ('))
  return apart
    .replace(BARE, (schemes: string, _: string, host: string) =>
      // To the letter: what is only read as one of them may go on in the next piece.
      origins.includes(`${schemes}${host}`.toLowerCase()) ? schemes : '',
    )
    .slice(before.length)
}

function isOwn(rest: string | undefined, origins: readonly string[]): boolean {
  const url = safeUrl(rest?.slice(0, -1).trim() ?? '')
  return url !== null && origins.includes(new URL(url).origin)
}
