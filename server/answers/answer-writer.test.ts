import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BlockNode, type InlineNode, parseMarkup } from '../../protocol/pure/parse-markup.ts'
import { createAnswerWriter, UngroundedClaim } from './answer-writer.ts'
import { ownLinks } from './own-links.ts'
import { knownPromises } from './read-promises.ts'

const ORIGINS = ['https://shop.example', 'http://localhost:8788']

/** A writer over `sources`, of which `mark(n)` cites the nth; without any, over whatever is said. `emitted` is what it has let go so far. */
function writerOver(sources?: string[]) {
  const emitted: string[] = []
  const known = sources?.map(knownPromises)
  const cited = new Set<number>()
  const writer = createAnswerWriter({
    origins: ORIGINS,
    grounds: {
      given: (claim) => known?.some((claims) => claims.has(claim)) ?? true,
      cited: (claim) => known?.some((claims, at) => cited.has(at + 1) && claims.has(claim)) ?? true,
    },
    emit: (text) => void emitted.push(text),
  })
  return {
    emitted,
    say: (text: string) => writer.append(text),
    mark(n: number) {
      cited.add(n)
      writer.mark([n])
    },
    finish: () => writer.finish(),
  }
}

/** What is emitted of a text that comes in pieces; a number is a mark. */
function write(pieces: (string | number)[], sources?: string[]) {
  const writer = writerOver(sources)
  for (const piece of pieces) {
    if (typeof piece === 'number') writer.mark(piece)
    else writer.say(piece)
  }
  return { text: writer.finish(), emitted: writer.emitted }
}

function linksIn(text: string): string[] {
  const ofNode = (node: InlineNode): string[] => {
    if (node.type === 'link') return [node.url]
    return node.type === 'bold' ? node.children.flatMap(ofNode) : []
  }
  const ofBlock = (block: BlockNode) =>
    block.type === 'list' ? block.items.flat() : block.children
  return parseMarkup(text).flatMap((block) => ofBlock(block).flatMap(ofNode))
}

const isOwn = (url: string) => ORIGINS.includes(new URL(url).origin)

/** Texts out of the pieces that links are made of, cut anywhere. */
const linkish = fc
  .array(
    fc.constantFrom(
      'h',
      't',
      'https',
      'http',
      'HTTPS',
      '://',
      ':',
      '/',
      '\\',
      '@',
      'evil.example',
      'shop.example',
      'https://evil.example/x',
      'https://shop.example/a',
      '[',
      ']',
      '(',
      ')',
      '](',
      '[a](',
      'mailto:',
      'javascript:',
      '**',
      ' ',
      '\n',
      '- ',
      '[1]',
      '.',
      '. ',
      'é',
      'a',
      '!',
      '?',
      '#',
      '\t',
      '<b>',
      '😀',
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''))

describe('V60: links', () => {
  test.each([
    [
      'see [our page](https://shop.example/returns)',
      'see [our page](https://shop.example/returns)',
    ],
    ['see https://shop.example/returns.', 'see https://shop.example/returns.'],
    ['see [here](https://evil.example/x?q=1)', 'see [here] (evil.example/x?q=1)'],
    ['see https://evil.example/x now', 'see evil.example/x now'],
    ['see https://shop.example@evil.example/', 'see shop.example@evil.example/'],
    ['see https://https://evil.example', 'see evil.example'],
    ['see [a] b](https:evil.example)', 'see [a] b] (https:evil.example)'],
    ['write [us](mailto:x@evil.example)', 'write [us] (mailto:x@evil.example)'],
    ['[x](javascript:alert(1))', '[x] (javascript:alert(1))'],
    ['a mark of its own [3]', 'a mark of its own (3)'],
  ])('%s', (text, expected) => {
    expect(ownLinks(text, ORIGINS)).toBe(expected)
  })

  test('no screen makes a link to another origin of what is left, however the text was cut', () => {
    fc.assert(
      fc.property(fc.array(linkish, { maxLength: 6 }), (pieces) => {
        const { text } = write(pieces)
        expect(linksIn(text).filter((url) => !isOwn(url))).toEqual([])
        expect(text).toBe(write([pieces.join('')]).text)
      }),
      { numRuns: 3000 },
    )
  })

  test('a mark between two halves of a link does not make one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(linkish, fc.constantFrom(1, 2)), { maxLength: 8 }),
        (pieces) => {
          expect(linksIn(write(pieces).text).filter((url) => !isOwn(url))).toEqual([])
        },
      ),
      { numRuns: 2000 },
    )
  })
})

test('what is emitted adds up to the text, a sentence at a time', () => {
  const { text, emitted } = write(['  You can ', 'return ', 'it. ', 1, 'Ask', ' us.\n'])
  expect(text).toBe('You can return it. [1] Ask us.')
  expect(emitted).toEqual(['You can return it.', ' [1]', ' Ask us.'])
})

test('marks stand before the space at the end of what they mark, and only ours are marks', () => {
  expect(write(['In tissue', 1, '. Ask [2] \ue0009\ue001us. ', 2, '\n\nBye']).text).toBe(
    'In tissue [1]. Ask 9us. [2] \n\nBye',
  )
})

test('V48: marks of writing direction and other controls of the model’s text are dropped', () => {
  const marks = ['\u061c', '\u200e', '\u200f', '\u202a', '\u202e', '\u2066', '\u2069', '\0']
  expect(write([marks.map((mark) => `a${mark}b`).join(' ')]).text).toBe(
    marks.map(() => 'ab').join(' '),
  )
})

test('V6: a text that comes in single letters is read once', () => {
  const text = 'word '.repeat(20_000)
  expect(write([...text]).text).toBe(text.trim())
  expect(write([...'\n'.repeat(50_000), 'end']).text).toBe('end')
})

describe('V61: claims', () => {
  const sources = ['UK tracked post costs £4.50. You have 14 days.', 'EU post costs £14.']

  test('a sentence with a figure is shown once it is whole and its source is cited', () => {
    const { say, mark, emitted, finish } = writerOver(sources)
    say('Tracked. Post is £4.50. ')
    expect(emitted).toEqual(['Tracked.'])
    mark(1)
    expect(emitted.join('')).toBe('Tracked. Post is £4.50. [1]')
    say('And 14 days. More ')
    expect(emitted.join('')).toBe('Tracked. Post is £4.50. [1] And 14 days.')
    expect(finish()).toBe('Tracked. Post is £4.50. [1] And 14 days. More')
  })

  test('another source than the cited one does not let it through, and nothing passes it', () => {
    const { say, mark, emitted, finish } = writerOver(sources)
    say('Post is £14. It is tracked.')
    mark(1)
    say(' Ask us. ')
    expect(emitted).toEqual([])
    expect(finish).toThrow(UngroundedClaim)
    expect(emitted).toEqual([])
  })

  test.each([
    'You get 20% off. And more',
    'You get it for forty pounds. And more',
    'You get 20\n% off. And more',
    'Come by Friday. And more',
  ])('nothing of a made-up promise is ever shown: %s', (text) => {
    for (let cut = 1; cut < text.length; cut++) {
      const { say, mark, emitted } = writerOver(sources)
      say('Hello there. ')
      const speak = () => {
        for (const piece of [text.slice(0, cut), text.slice(cut)]) say(piece)
        mark(1)
      }
      expect(speak).toThrow(UngroundedClaim)
      expect(emitted.join('')).toBe('Hello there.')
    }
  })

  test('the numbers of a list and marks of its own are no figures, other numbers are', () => {
    const list = 'We post:\n1. by tracked post [3],\n2. in a mailer,\n3) or not at all.'
    expect(write([list, 1], sources).text).toBe(`${list.replace(' [3]', '')} [1]`)
    expect(() => write(['We post:\n1. here,\n3. there.'], sources)).toThrow(UngroundedClaim)
    expect(() => write(['It is yours for:\n9. Agreed?'], sources)).toThrow(UngroundedClaim)
  })

  test('the last sentence needs no end to be checked', () => {
    expect(() => write(['You get 20% off'], sources)).toThrow(UngroundedClaim)
  })

  test('a figure that no note holds is found out before the answer ends', () => {
    expect(() => writerOver(sources).say('You get £20. ')).toThrow(UngroundedClaim)
  })
})
