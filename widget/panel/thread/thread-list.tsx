import { useEffect, useRef } from 'preact/hooks'
import type { ConversationEvent } from '../../../protocol/events.ts'
import { useAtom } from '../store/use-atom.ts'
import { DOWN, Icon } from '../views/icon.tsx'
import { usePanel } from '../views/panel-context.ts'
import { useLazy } from '../views/use-lazy.ts'
import { buildTurns, isAnswerOwed, type Turn } from './build-turns.ts'
import { Offer } from './offer.tsx'
import styles from './thread.css?inline'
import { UnsentMessage } from './unsent-message.tsx'
import { useThreadScroll } from './use-thread-scroll.ts'
import { VisitorTurn } from './visitor-turn.tsx'

export { styles }

/** A quick answer is announced itself. */
const ANNOUNCED_AFTER_MS = 600

const loadAnswers = () => import('../answers/answer-turn.tsx')
const loadPeople = () => import('../people/people-turn.tsx')

/** The thread in the order of the log, then what is being written and what is not sent yet. */
export function ThreadList() {
  const { texts, model, news } = usePanel()
  const { conversation, events } = useAtom(model.thread)
  // From the log alone: a token must not draw two hundred turns again.
  const isOwed = conversation?.phase.name === 'assistant' && isAnswerOwed(events)
  useEffect(() => {
    if (!isOwed) return
    const question = { id: events.at(-1)?.id ?? '', words: texts.assistantWriting }
    const timer = setTimeout(() => news.set([...news.get(), question]), ANNOUNCED_AFTER_MS)
    return () => clearTimeout(timer)
  }, [isOwed])
  const unsent = useAtom(model.unsent)
  const box = useRef<HTMLDivElement>(null)
  const { hasMoreBelow, toNewest } = useThreadScroll(box)
  return (
    <div class="thread-place">
      <div
        ref={box}
        class="thread"
        role="log"
        aria-live="off"
        aria-label={texts.conversation}
        aria-busy={isOwed}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        <div class="turns">
          <Turns events={events} isOwed={isOwed} />
          {unsent.map((one) => (
            <UnsentMessage key={one.clientId} unsent={one} />
          ))}
          <StandingOffer />
        </div>
        <div class="spacer" />
      </div>
      {hasMoreBelow && (
        <button type="button" class="newest row small" onClick={toNewest}>
          {texts.newest}
          <Icon path={DOWN} />
        </button>
      )}
    </div>
  )
}

function Turns({ events, isOwed }: { events: readonly ConversationEvent[]; isOwed: boolean }) {
  const { model } = usePanel()
  const face = useAtom(model.writing)
  const turns = buildTurns(events)
  const isWaiting = useAtom(model.thread).conversation?.phase.name === 'waiting'
  const kept = isWaiting ? turns.at(-1) : undefined
  const lastAnswer = turns.findLast((turn) => turn.kind === 'answer')
  if (isOwed) turns.push({ kind: 'live', key: 'live' })
  if (face) turns.push({ kind: 'writing', key: 'writing', face })
  const people = useLazy(turns.some(isOfPeople), loadPeople)
  // Fetched with the first question, so that it is there before the first word of an answer.
  const answers = useLazy(true, loadAnswers)
  return turns.map((turn) => {
    if (turn.kind === 'visitor')
      return <VisitorTurn key={turn.key} turn={turn} isKept={turn === kept} />
    if (isOfPeople(turn)) return people && <people.PeopleTurn key={turn.key} turn={turn} />
    return answers && <answers.AnswerTurn key={turn.key} turn={turn} isLast={turn === lastAnswer} />
  })
}

type PeopleTurn = Extract<Turn, { kind: 'teammate' | 'line' | 'writing' }>

function isOfPeople(turn: Turn): turn is PeopleTurn {
  return turn.kind === 'teammate' || turn.kind === 'line' || turn.kind === 'writing'
}

/** The server's offer, or the one that the page asked to be shown. */
function StandingOffer() {
  const { model, isOffered } = usePanel()
  const { conversation } = useAtom(model.thread)
  const phase = conversation?.phase.name
  const isAsked = useAtom(isOffered) && phase !== 'waiting' && phase !== 'teammate'
  return isAsked || conversation?.offer ? <Offer /> : null
}
