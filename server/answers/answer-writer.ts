import { ownLinks } from './own-links.ts'
import { readPromises } from './read-promises.ts'

/** Stands in the raw text for the marks of citations; what a model writes of it is dropped. */
const MARK_BEGIN = '\ue000'
const MARK_END = '\ue001'
const MARKS = /\ue000(\d+)\ue001/g
/** Controls, those of writing direction too, tags and our own stand-ins: nothing that a person could read. */
const UNREADABLE =
  /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ue000\ue001\u{e0000}-\u{e007f}]/gu
/** A mark of the model's own is no citation and no figure. */
const FOREIGN_MARK = / ?\[\d{1,2}\]/g
const SENTENCE_END = /[.!?…](?:["'”’)\]*]|\ue000\d+\ue001)*$/
const NUMBERING = /^(\d{1,2})[.)]\s/
/** `24.` may go on with a month. */
const ORDINAL = /^\d{1,2}\.$/

/** Thrown by `append`, `mark` and `finish` on a claim that no note holds; nothing of its sentence was emitted. */
export class UngroundedClaim extends Error {
  override name = 'UngroundedClaim'
}

export type AnswerWriter = {
  /** Text of the model as it comes. */
  append(text: string): void
  /** Marks what was appended last, before the space at its end. More may be cited from here on. */
  mark(numbers: readonly number[]): void
  /** Emits the rest and returns all that was emitted. */
  finish(): string
}

export type Grounds = {
  /** Whether any note that the model was given holds the claim: one that none holds can never stand. */
  given(claim: string): boolean
  /** Whether a note that was cited up to now holds it. */
  cited(claim: string): boolean
}

type Sentence = { text: string; claims: readonly string[] }

/**
 * Turns a model's text into the answer's as it streams, a whole sentence at a time: links to others are
 * taken out, marks are set, and a sentence waits, with all behind it, until what it claims is cited. So
 * what was emitted at any moment may stand as it is.
 */
export function createAnswerWriter(options: {
  origins: readonly string[]
  grounds: Grounds
  emit(text: string): void
}): AnswerWriter {
  const held: Sentence[] = []
  /** The sentence that has not ended: words with their space, then the one that may go on. */
  let open = ''
  let word = ''
  let isBlank = true
  let listed = 0
  let previous = ''
  let before = ''
  let written = ''

  /** A claim may begin in one sentence and end in the next, so each is read with the one before. */
  function endSentence(): void {
    const text = (open + word).replace(FOREIGN_MARK, '')
    open = ''
    word = ''
    isBlank = true
    if (text === '') return
    const plain = withoutNumbering(text.replace(MARKS, ''))
    const claims = [...readPromises(previous + plain)]
    if (claims.some((claim) => !options.grounds.given(claim))) throw new UngroundedClaim()
    held.push({ text, claims })
    previous = plain
  }

  /** A list may count its lines, from one and by one. */
  function withoutNumbering(text: string): string {
    const line = text.trimStart()
    const [start = '', number] = NUMBERING.exec(line) ?? []
    const isLine = text.slice(0, text.length - line.length).includes('\n')
    if (!isLine || Number(number) !== listed + 1) return text
    listed++
    return line.slice(start.length)
  }

  function release(): void {
    for (let next = held[0]; next?.claims.every(options.grounds.cited); next = held[0]) {
      held.shift()
      emit(next.text)
    }
  }

  function emit(raw: string): void {
    const text = ownLinks(raw, options.origins, before).replace(MARKS, ' [$1]')
    before = raw.slice(-1)
    const shown = written === '' ? text.trimStart() : text
    if (shown === '') return
    written += shown
    options.emit(shown)
  }

  /** The space behind a sentence belongs to the next, so that a mark can still come before it. */
  function appendSpace(space: string): void {
    const isEnd = space === '\n' || (SENTENCE_END.test(word) && !ORDINAL.test(word))
    if (isEnd && !isBlank) endSentence()
    open += word + space
    word = ''
  }

  return {
    append(text) {
      for (const part of text.replace(UNREADABLE, '').split(/(\s)/)) {
        if (part.trim() === '') appendSpace(part)
        else {
          word += part
          isBlank = false
        }
      }
      release()
    },
    mark(numbers) {
      const marks = numbers.map((n) => `${MARK_BEGIN}${n}${MARK_END}`).join('')
      const said = open.trimEnd()
      if (isBlank) held.push({ text: marks, claims: [] })
      else if (word !== '') word += marks
      else open = said + marks + open.slice(said.length)
      release()
    },
    finish() {
      if (word === '') open = open.trimEnd()
      endSentence()
      release()
      if (held.length > 0) throw new UngroundedClaim()
      return written
    },
  }
}
