import type { Answerer } from '../answers/answerer.ts'

/** What the assistant says to a question of a story. */
export type StoryAnswer = {
  text: string
  /** A person is offered with it. */
  offers?: boolean
  /** Pieces that are streamed before the rest waits for `release`. */
  holdAfter?: number
  fails?: boolean
  /** The question asks for a person: no answer is made. */
  handsOff?: boolean
}

const UNSCRIPTED: StoryAnswer = { text: 'I don’t have that in the shop’s notes.' }

/** Answers as the story has written down. A question that is handed off never comes here. */
export function storyAnswerer(scripts: StoryAnswer[]): { answerer: Answerer; release(): void } {
  let waiting: (() => void)[] = []
  const answerer: Answerer = {
    name: 'extractive',
    async answer(_deps, _question, { delta }) {
      const script = scripts.shift() ?? UNSCRIPTED
      if (script.fails) throw new Error('scripted failure')
      for (const [index, piece] of (script.text.match(/\S+\s*/g) ?? []).entries()) {
        if (index === script.holdAfter) await new Promise<void>((go) => waiting.push(go))
        delta(piece)
      }
      const { text, offers } = script
      const confidence = offers ? 0.1 : 0.9
      return { text, confidence, citations: [], items: [], evidence: [], answeredBy: 'extractive' }
    },
  }
  return {
    answerer,
    release() {
      for (const go of waiting) go()
      waiting = []
    },
  }
}
