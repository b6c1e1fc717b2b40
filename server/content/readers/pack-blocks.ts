/** A paragraph or a line. `tight`: it follows the one before without a blank line. */
export type Block = { text: string; tight: boolean }

/** A passage is begun anew above this length, and never longer than twice it. */
const PASSAGE_LENGTH = 1200

/** Joins the blocks of a section into passages of a length that can be read and cited. */
export function packBlocks(blocks: Block[]): string[] {
  const passages: string[] = []
  let open = ''
  for (const { text, tight } of blocks.flatMap(splitLong)) {
    if (open !== '' && open.length + text.length > PASSAGE_LENGTH) {
      passages.push(open)
      open = ''
    }
    open += open === '' ? text : `${tight ? '\n' : '\n\n'}${text}`
  }
  return open === '' ? passages : [...passages, open]
}

/** Cuts a block that is too long where a sentence or at least a word ends. */
function splitLong(block: Block): Block[] {
  const pieces: Block[] = []
  let rest = block.text
  while (rest.length > 2 * PASSAGE_LENGTH) {
    const part = rest.slice(0, PASSAGE_LENGTH)
    const end = Math.max(part.lastIndexOf('. ') + 1, part.lastIndexOf('\n'))
    const cut = end > PASSAGE_LENGTH / 2 ? end : Math.max(part.lastIndexOf(' '), PASSAGE_LENGTH / 2)
    pieces.push({ text: rest.slice(0, cut).trim(), tight: block.tight })
    rest = rest.slice(cut).trim()
  }
  return [...pieces, { text: rest, tight: block.tight }]
}
