import { type InlineNode, parseMarkup } from '../../protocol/pure/parse-markup.ts'

/** An answer in one line, without marks of citations and emphasis. */
export function plainText(text: string): string {
  return parseMarkup(String(text))
    .flatMap((block) => (block.type === 'list' ? block.items : [block.children]))
    .map((nodes) => nodes.map(textOf).join(''))
    .join(' ')
    .replace(/ +([.,;:!?])/g, '$1')
}

function textOf(node: InlineNode): string {
  switch (node.type) {
    case 'text':
      return node.text
    case 'break':
      return ' '
    case 'bold':
      return node.children.map(textOf).join('')
    case 'link':
      return node.label
    case 'mark':
      return ''
  }
}
