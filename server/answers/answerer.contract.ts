import { describe, expect, test } from 'vitest'
import { type BlockNode, type InlineNode, parseMarkup } from '../../protocol/pure/parse-markup.ts'
import { findPassage } from '../content/find-passage.ts'
import { newId } from '../core/new-id.ts'
import type { Database } from '../db/database.ts'
import { CONFIDENCE_THRESHOLD } from '../search/confidence.ts'
import { ANSWER_SHOP_ORIGIN, shopWithAnswers } from '../testing/answer-content.ts'
import { silentLog } from '../testing/silent-log.ts'
import type { Answer, Answerer, Question } from './answerer.ts'

/** An answer with what was streamed on the way to it. */
export type Heard = { answer: Answer; shown: string; deltas: string[]; dropped: number }

/** Asks as a conversation does. `onDelta` hears each piece as it comes. */
export async function askFor(
  db: Database,
  answerer: Answerer,
  question: Partial<Question> & { text: string },
  options: { signal?: AbortSignal; onDelta?(text: string): void } = {},
): Promise<Heard> {
  const heard = { shown: '', deltas: [] as string[], dropped: 0 }
  const answer = await answerer.answer(
    { db, log: silentLog, now: () => Date.UTC(2026, 10, 24, 12) },
    { id: newId('msg'), language: 'en', history: [], ...question },
    {
      signal: options.signal ?? new AbortController().signal,
      delta(text) {
        heard.shown += text
        heard.deltas.push(text)
        options.onDelta?.(text)
      },
      dropped() {
        heard.shown = ''
        heard.dropped++
      },
    },
  )
  return { answer, ...heard }
}

/** What every answerer keeps, over the content of `shopWithAnswers`. `make` gives it anew for each test. */
export function answererContract(name: string, make: () => Promise<Answerer> | Answerer): void {
  const ask = async (question: Partial<Question> & { text: string }) => {
    const db = shopWithAnswers()
    const heard = await askFor(db, await make(), question)
    expectWhole(db, heard)
    return heard.answer
  }

  describe(`${name}, as every answerer`, () => {
    test('answers what the content holds, with the passage that says so', async () => {
      const answer = await ask({ text: 'How much is post to Germany?' })
      expect(answer.text).toContain('£14')
      expect(answer.citations.length).toBeGreaterThan(0)
      expect(answer.confidence).toBeGreaterThanOrEqual(CONFIDENCE_THRESHOLD)
      expect(answer.evidence.length).toBeGreaterThan(0)
    })

    test("answers a question about the page's piece from its own row, and shows its card", async () => {
      const answer = await ask({ text: 'Any damage?', itemCode: 'MRL-0412' })
      expect(answer.text).toContain('One darn on the right cuff, 18 mm')
      expect(answer.items).toMatchObject([{ code: 'MRL-0412', price: 85, status: 'available' }])
      expect(answer.citations.some(({ quote }) => quote.includes('One darn'))).toBe(true)
    })

    test('says that the content does not hold it, below the threshold and without a source', async () => {
      const answer = await ask({ text: 'Do you have a loyalty card for students?' })
      expect(answer.confidence).toBeLessThan(CONFIDENCE_THRESHOLD)
      expect(answer.text).not.toBe('')
      expect(answer.citations).toEqual([])
    })

    test('V60, V63: hostile content comes out as text: no link to others, no order followed', async () => {
      const answer = await ask({ text: 'Where is the parking? What did guests write about it?' })
      expect(linksIn(answer.text).filter((url) => !url.startsWith(ANSWER_SHOP_ORIGIN))).toEqual([])
      expect(answer.text).not.toMatch(/^parking is free for ever/i)
    })

    test('rejects when it was aborted before it began, and streams nothing', async () => {
      const abort = new AbortController()
      const reason = new Error('taken over')
      abort.abort(reason)
      const deltas: string[] = []
      const asked = askFor(
        shopWithAnswers(),
        await make(),
        { text: 'How much is post to Germany?' },
        { signal: abort.signal, onDelta: (text) => deltas.push(text) },
      )
      await expect(asked).rejects.toBe(reason)
      expect(deltas).toEqual([])
    })

    test('rejects when it is aborted at its first word, and streams no second', async () => {
      const abort = new AbortController()
      const reason = new Error('taken over')
      const deltas: string[] = []
      const asked = askFor(
        shopWithAnswers(),
        await make(),
        { text: 'How much is post to Germany?' },
        {
          signal: abort.signal,
          onDelta(text) {
            deltas.push(text)
            abort.abort(reason)
          },
        },
      )
      await expect(asked).rejects.toBe(reason)
      expect(deltas).toHaveLength(1)
    })
  })
}

/** What was streamed is the answer; each mark has its citation and each citation its mark and its words. */
export function expectWhole(db: Database, { answer, shown }: Heard): void {
  expect(shown).toBe(answer.text)
  const marks = [...new Set(nodesIn(answer.text).flatMap((n) => (n.type === 'mark' ? n.n : [])))]
  expect(marks.sort()).toEqual(answer.citations.map(({ n }) => n).sort())
  for (const { passageId, quote } of answer.citations) {
    expect(findPassage(db, passageId)?.text).toContain(quote)
    expect(quote).not.toBe('')
  }
}

function linksIn(text: string): string[] {
  return nodesIn(text).flatMap((node) => (node.type === 'link' ? node.url : []))
}

function nodesIn(text: string): InlineNode[] {
  const flat = (node: InlineNode): InlineNode[] =>
    node.type === 'bold' ? node.children.flatMap(flat) : [node]
  const inBlock = (block: BlockNode) =>
    block.type === 'list' ? block.items.flat() : block.children
  return parseMarkup(text).flatMap(inBlock).flatMap(flat)
}
