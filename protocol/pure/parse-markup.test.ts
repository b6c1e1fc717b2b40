import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BlockNode, type InlineNode, parseMarkup, safeUrl } from './parse-markup.ts'

const paragraph = (...children: InlineNode[]): BlockNode => ({ type: 'paragraph', children })
const text = (value: string): InlineNode => ({ type: 'text', text: value })

describe('parseMarkup', () => {
  it('parts paragraphs at blank lines and keeps line breaks inside them', () => {
    expect(parseMarkup('One\r\ntwo\n \n\nThree')).toEqual([
      paragraph(text('One'), { type: 'break' }, text('two')),
      paragraph(text('Three')),
    ])
  })

  it('reads bullets of three kinds as one list, also straight after a paragraph', () => {
    expect(parseMarkup('We have:\n- a **cord** jacket\n* a coat\n• a hat\nAll of wool.')).toEqual([
      paragraph(text('We have:')),
      {
        type: 'list',
        items: [
          [text('a '), { type: 'bold', children: [text('cord')] }, text(' jacket')],
          [text('a coat')],
          [text('a hat')],
        ],
      },
      paragraph(text('All of wool.')),
    ])
  })

  it('reads citation marks from 1 to 99, and leaves other brackets alone', () => {
    expect(parseMarkup('Mended.[1][12] See [0], [100], [a] and [].')).toEqual([
      paragraph(
        text('Mended.'),
        { type: 'mark', n: 1 },
        { type: 'mark', n: 12 },
        text(' See [0], [100], [a] and [].'),
      ),
    ])
  })

  it('reads marks and links inside bold, but no bold inside bold', () => {
    expect(parseMarkup('**B+[2] at https://a.example/x**')).toEqual([
      paragraph({
        type: 'bold',
        children: [
          text('B+'),
          { type: 'mark', n: 2 },
          text(' at '),
          { type: 'link', url: 'https://a.example/x', label: 'https://a.example/x' },
        ],
      }),
    ])
  })

  it('leaves what is not closed as text', () => {
    for (const open of ['**bold', 'a ** b', '****', '** **', '[label](mailto:x', '[x]('])
      expect(parseMarkup(open)).toEqual([paragraph(text(open))])
  })

  it('links http, https and mailto, labelled or bare, without the full stop behind them', () => {
    expect(
      parseMarkup('[Care](https://a.example/care) or http://a.example/b, or (mailto:x).'),
    ).toEqual([
      paragraph(
        { type: 'link', url: 'https://a.example/care', label: 'Care' },
        text(' or '),
        { type: 'link', url: 'http://a.example/b', label: 'http://a.example/b' },
        text(', or (mailto:x).'),
      ),
    ])
    expect(parseMarkup('[write](mailto:hello@a.example)')).toEqual([
      paragraph({ type: 'link', url: 'mailto:hello@a.example', label: 'write' }),
    ])
  })

  it('makes no link of any other scheme', () => {
    for (const url of [
      'javascript:alert(1)',
      ' \u0001javascript:alert(1)',
      'java\tscript:alert(1)',
      'JAVASCRIPT:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:x',
      'file:///etc/passwd',
      '//evil.example',
      '/relative',
      'blob:https://a.example/1',
    ]) {
      expect(safeUrl(url)).toBeNull()
      for (const leaf of allLeaves(parseMarkup(`[x](${url})`)))
        if (leaf.type === 'link') expect(leaf.url).toMatch(/^https:/)
    }
  })

  it('keeps text beyond the cap, unparsed', () => {
    expect(parseMarkup('**a**\n**b**', 5)).toEqual([
      paragraph({ type: 'bold', children: [text('a')] }),
      paragraph(text('\n**b**')),
    ])
  })
})

const hostile = fc.array(
  fc.constantFrom(
    '*',
    '**',
    '[',
    ']',
    '](',
    ')',
    '[1]',
    'https://',
    'a.example',
    ' ',
    '\n',
    '- ',
    'ä',
    '💍',
    '<b>',
  ),
  { maxLength: 60 },
)

function leaves(nodes: InlineNode[]): InlineNode[] {
  return nodes.flatMap((node) => (node.type === 'bold' ? leaves(node.children) : [node]))
}
function allLeaves(blocks: BlockNode[]): InlineNode[] {
  return blocks.flatMap((block) =>
    leaves(block.type === 'list' ? block.items.flat() : block.children),
  )
}

describe('parseMarkup on any text', () => {
  it('takes nothing that is not in the text, in its order, and links only what is safe', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          hostile.map((parts) => parts.join('')),
        ),
        (source) => {
          let from = 0
          for (const leaf of allLeaves(parseMarkup(source))) {
            if (leaf.type === 'break' || leaf.type === 'bold') continue
            const piece =
              leaf.type === 'text' ? leaf.text : leaf.type === 'link' ? leaf.label : `[${leaf.n}]`
            const at = source.indexOf(piece, from)
            expect(at).toBeGreaterThanOrEqual(from)
            from = at + piece.length
            if (leaf.type === 'link') expect(leaf.url).toMatch(/^(https?|mailto):/)
          }
        },
      ),
    )
  })

  it('keeps every letter and digit outside of link targets', () => {
    const words = (value: string) => value.replace(/[^\p{L}\p{N}]/gu, '')
    fc.assert(
      fc.property(
        hostile.map((parts) => parts.filter((part) => part !== '](').join('')),
        (source) => {
          const shown = allLeaves(parseMarkup(source)).map((leaf) =>
            leaf.type === 'text'
              ? leaf.text
              : leaf.type === 'link'
                ? leaf.label
                : leaf.type === 'mark'
                  ? String(leaf.n)
                  : '',
          )
          expect(words(shown.join(''))).toBe(words(source))
        },
      ),
    )
  })

  // Counted in CPU time of this process, the least of many runs: a busy machine does not change it.
  it('does work in proportion to the length, from 1 k to 128 k', { retry: 3 }, () => {
    for (const unit of [
      '[',
      '**',
      '**a',
      '[a](',
      '[a](b',
      'http://%',
      '- ',
      '\n',
      '[1',
      '*',
      'https://a.example/',
      'a ',
    ]) {
      const short = leastCpuMs(unit, 16)
      const long = leastCpuMs(unit, 128)
      // Eightfold text: about 8 when linear, 64 when quadratic. 0.3 ms stands in for what is too short to time.
      expect(long / Math.max(short, 0.3), unit).toBeLessThan(32)
    }
    function leastCpuMs(unit: string, kilo: number): number {
      const source = unit.repeat(Math.ceil((kilo * 1024) / unit.length))
      const runs = Array.from({ length: 8 }, () => {
        const before = process.cpuUsage()
        parseMarkup(source, source.length)
        const { user, system } = process.cpuUsage(before)
        return (user + system) / 1000
      })
      return Math.min(...runs)
    }
  })
})
