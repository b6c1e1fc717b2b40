import { useInbox } from '../context.ts'
import { PROMISE_MINUTES } from '../models/wait-weight.ts'
import { KeyHint } from './key-hint.tsx'

const WEIGHTS = [
  ['fresh', 1, 'Just rung', 'Nothing is late.'],
  [
    'half',
    Math.ceil(PROMISE_MINUTES * 0.6),
    'Past half way',
    `${PROMISE_MINUTES} minutes are expected.`,
  ],
  ['overdue', PROMISE_MINUTES + 4, 'Past that', 'The only filled mark.'],
] as const

const KEYS = [
  ['Take over', 'T'],
  ['Leave a note', 'N'],
  ['Longest wait', 'W'],
  ['Every key', '?'],
] as const

/** While no conversation is open: how things stand, and how to read the list. */
export function NobodyWaits() {
  const { list } = useInbox()
  const counts = list.counts.value
  if (!counts) return <main class="void" aria-label="No conversation is open" />
  const waiting = counts.needs_person
  return (
    <main class="void">
      <div class="void-in">
        <h2>
          {waiting === 0
            ? 'Nobody is waiting.'
            : `${waiting} ${waiting === 1 ? 'waits' : 'wait'} for a person.`}
        </h2>
        <p>
          {waiting === 0
            ? 'When a conversation needs a person it comes to the top of the list, longest wait first.'
            : 'The longest wait stands first. Open it, and the brief says what they want and what has been said so far.'}
        </p>
        <ul class="void-weights">
          {WEIGHTS.map(([weight, minutes, name, words]) => (
            <li key={weight}>
              <span class={`wait wait-${weight}`} aria-hidden="true">
                <b>{minutes}</b>
                <i>min</i>
              </span>
              <span>
                <b>{name}</b>
                {words}
              </span>
            </li>
          ))}
        </ul>
        <div class="void-two">
          <section>
            <h3>What brings a conversation here</h3>
            <ul>
              <li>Somebody asks for a person</li>
              <li>The assistant is not sure, twice</li>
              <li>A long exchange, and the offer was taken</li>
              <li>The assistant failed, and the offer was taken</li>
            </ul>
          </section>
          <section>
            <h3>Keys you will want first</h3>
            <ul>
              {KEYS.map(([words, key]) => (
                <li key={key}>
                  {words} <KeyHint>{key}</KeyHint>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </main>
  )
}
