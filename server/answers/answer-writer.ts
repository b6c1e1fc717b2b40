import { openLinkAt, ownLinks } from './own-links.ts'
import { readClaims } from './read-claims.ts'

/** Stands in the raw text for the marks of citations; what a model writes of it is dropped. */
const MARK_BEGIN = '\ue000'
const MARK_END = '\ue001'
const MARKS = /\ue000(\d+)\ue001/g
/** Controls, tags and our own stand-ins: nothing that a person could read. */
const UNREADABLE = /(?![\n\t])[\p{Cc}\ue000\ue001\u{e0000}-\u{e007f}]/gu
const SENTENCE_END = /[.!?…](?:["'”’)\]*]|\ue000\d+\ue001)*\s|\n/g
const CLAIM_BEGIN = /[\p{N}£$€¥%]/u

/** Thrown by `append` and `finish` on a claim that no note holds; nothing of its sentence was emitted. */
export class UngroundedClaim extends Error {
  override name = 'UngroundedClaim'
}

export type AnswerWriter = {
  /** Text of the model as it comes. */
  append(text: string): void
  /** Marks what was appended last, before the space at its end. */
  mark(numbers: readonly number[]): void
  /** Emits the rest and returns all that was emitted. */
  finish(): string
}

/**
 * Turns a model's text into the answer's as it streams: links to others are taken out, marks are set, and
 * a sentence with a figure in it is held back until it is whole and found to claim only what is `known`.
 */
export function createAnswerWriter(options: {
  origins: readonly string[]
  known: ReadonlySet<string>
  emit(text: string): void
}): AnswerWriter {
  let raw = ''
  let released = 0
  let checked = 0
  let written = ''

  function release(isLast: boolean): void {
    checkSentences(isLast)
    const sentence = raw.slice(checked).replace(MARKS, blank)
    const figure = isLast ? -1 : sentence.search(CLAIM_BEGIN)
    const limit = isLast || figure < 0 ? raw.length : Math.max(released, checked + figure)
    const end = isLast ? limit : settledEnd(limit)
    if (end <= released) return
    const before = raw.slice(Math.max(0, released - 1), released)
    emit(ownLinks(raw.slice(released, end), options.origins, before))
    released = end
  }

  /** Moves `checked` behind the last whole sentence. */
  function checkSentences(isLast: boolean): void {
    const ends = Array.from(
      raw.slice(checked).matchAll(SENTENCE_END),
      (end) => end.index + end[0].length,
    )
    const whole = isLast ? raw.length : checked + (ends.at(-1) ?? 0)
    const claims = readClaims(raw.slice(checked, whole).replace(MARKS, blank))
    for (const claim of claims) if (!options.known.has(claim)) throw new UngroundedClaim()
    checked = whole
  }

  /** Behind `released`, what neither a link, nor a mark, nor more space may still change. */
  function settledEnd(limit: number): number {
    const from = Math.max(0, released - 1)
    const slice = raw.slice(from, limit)
    const open = from + openLinkAt(slice)
    return from + raw.slice(from, open).trimEnd().length
  }

  function emit(clean: string): void {
    const text = clean.replace(MARKS, ' [$1]')
    const shown = written === '' ? text.trimStart() : text
    if (shown === '') return
    written += shown
    options.emit(shown)
  }

  return {
    append(text) {
      raw += text.replace(UNREADABLE, '')
      release(false)
    },
    mark(numbers) {
      const marks = numbers.map((n) => `${MARK_BEGIN}${n}${MARK_END}`).join('')
      const end = raw.trimEnd().length
      raw = raw.slice(0, end) + marks + raw.slice(end)
      if (checked > end) checked += marks.length
      release(false)
    },
    finish() {
      raw = raw.trimEnd()
      release(true)
      return written
    },
  }
}

/** As long as what it stands for, so that places stay what they are. */
function blank(text: string): string {
  return ' '.repeat(text.length)
}
