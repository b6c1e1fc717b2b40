import {
  type BlockNode,
  type InlineNode,
  parseMarkup,
} from '../../../protocol/pure/parse-markup.ts'

export type MarkupProps = {
  text: string
  /** How many of the last characters have just come: they fade in. */
  fresh?: number
  /** Draws the mark `[n]`; a number that nothing stands behind may be left out. */
  mark(n: number): preact.ComponentChild
}

/** What the assistant says, as text and elements. Nothing in it is ever read as HTML. */
export function Markup({ text, fresh = 0, mark }: MarkupProps) {
  const blocks = parseMarkup(String(text))
  const last = lastNode(blocks)
  const inline = (nodes: InlineNode[]) =>
    nodes.map((node, index) => {
      // A mark hangs on its word, whether or not the text left a space before it.
      const isMarked = nodes[index + 1]?.type === 'mark'
      if (node.type === 'text' && node === last && fresh)
        return (
          <>
            {node.text.slice(0, -fresh)}
            <span key={text.length} class="fresh">
              {node.text.slice(-fresh)}
            </span>
          </>
        )
      if (node.type === 'text') return isMarked ? node.text.trimEnd() : node.text
      if (node.type === 'break') return <br />
      if (node.type === 'mark') return mark(node.n)
      if (node.type === 'bold') return <b>{inline(node.children)}</b>
      return <TextLink url={node.url} label={node.label} />
    })
  return (
    <>
      {blocks.map((block) =>
        block.type === 'list' ? (
          <ul class="bullets">
            {block.items.map((item) => (
              <li>{inline(item)}</li>
            ))}
          </ul>
        ) : (
          <p>{inline(block.children)}</p>
        ),
      )}
    </>
  )
}

function lastNode(blocks: BlockNode[]): InlineNode | undefined {
  const block = blocks.at(-1)
  return (block?.type === 'list' ? block.items.at(-1) : block?.children)?.at(-1)
}

/** A link within the shop. One that leads elsewhere is text with its whole address: nobody is lured. */
function TextLink({ url, label }: { url: string; label: string }) {
  const { protocol, origin } = new URL(url)
  if (protocol !== 'mailto:' && origin !== location.origin) {
    return label === url ? url : `${label} (${url})`
  }
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow">
      {label}
    </a>
  )
}
