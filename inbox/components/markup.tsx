import { Fragment } from 'preact'
import { type BlockNode, type InlineNode, parseMarkup } from '../../protocol/pure/parse-markup.ts'

type Draw = {
  /** Hosts that the shop's own content names. A link elsewhere is shown as text, never as something to click. */
  ownHosts: ReadonlySet<string>
  onMark?: ((n: number) => void) | undefined
}

/** The assistant's text as the shopper sees it: nodes become elements and text, never HTML. */
export function Markup({ text, ...draw }: Draw & { text: string }) {
  return (
    <>
      {parseMarkup(String(text)).map((block, index) => (
        <Block key={index} block={block} draw={draw} />
      ))}
    </>
  )
}

function Block({ block, draw }: { block: BlockNode; draw: Draw }) {
  if (block.type === 'paragraph') {
    return (
      <p dir="auto">
        <Inline nodes={block.children} draw={draw} />
      </p>
    )
  }
  return (
    <ul class="bullets" dir="auto">
      {block.items.map((nodes, index) => (
        <li key={index}>
          <Inline nodes={nodes} draw={draw} />
        </li>
      ))}
    </ul>
  )
}

function Inline({ nodes, draw }: { nodes: InlineNode[]; draw: Draw }) {
  return (
    <>
      {nodes.map((node, index) => {
        // A mark hangs on its word: no line begins with it.
        const isMarked = node.type === 'text' && nodes[index + 1]?.type === 'mark'
        return (
          <Fragment key={index}>
            {isMarked ? `${node.text.trimEnd()}\u00a0` : drawInline(node, draw)}
          </Fragment>
        )
      })}
    </>
  )
}

function drawInline(node: InlineNode, draw: Draw) {
  switch (node.type) {
    case 'text':
      return node.text
    case 'break':
      return <br />
    case 'bold':
      return (
        <b>
          <Inline nodes={node.children} draw={draw} />
        </b>
      )
    case 'link':
      return <SafeLink url={node.url} label={node.label} ownHosts={draw.ownHosts} />
    case 'mark':
      return (
        <button
          type="button"
          class="mark"
          aria-label={`Source ${node.n}`}
          onClick={() => draw.onMark?.(node.n)}
        >
          {node.n}
        </button>
      )
  }
}

function SafeLink({
  url,
  label,
  ownHosts,
}: { url: string; label: string } & Pick<Draw, 'ownHosts'>) {
  const { host, protocol } = new URL(url)
  if (protocol !== 'mailto:' && !ownHosts.has(host)) {
    return <>{label.includes(host) ? label : `${label} (${host})`}</>
  }
  return (
    <a class="link" href={url} target="_blank" rel="noopener noreferrer nofollow">
      {label}
    </a>
  )
}
