import { useRef } from 'preact/hooks'
import { buildTurns, isAnswerOwed } from '../model/build-turns.ts'
import { useAtom } from '../store/use-atom.ts'
import { Answer } from './answer.tsx'
import { Icon } from './icon.tsx'
import { LiveAnswer } from './live-answer.tsx'
import { Offer } from './offer.tsx'
import { usePanel } from './panel-context.ts'
import { SystemLine } from './system-line.tsx'
import { TeammateTurn, TeammateWriting } from './teammate-turn.tsx'
import { UnsentMessage } from './unsent-message.tsx'
import { useThreadScroll } from './use-thread-scroll.ts'
import { VisitorTurn } from './visitor-turn.tsx'

/** The thread in the order of the log, then what is being written and what is not sent yet. */
export function ThreadList() {
  const { texts, model, isOffered } = usePanel()
  const { conversation, events } = useAtom(model.thread)
  const live = useAtom(model.live)
  const unsent = useAtom(model.unsent)
  const box = useRef<HTMLDivElement>(null)
  const { hasMoreBelow, toNewest } = useThreadScroll(box)
  const turns = buildTurns(events)
  const lastAnswer = turns.findLast((turn) => turn.kind === 'answer')
  const isOwed = conversation?.phase.name === 'assistant' && isAnswerOwed(events)
  const offered = useAtom(isOffered) || conversation?.offer
  return (
    <div class="thread-place">
      <div
        ref={box}
        class="thread"
        role="log"
        aria-live="off"
        aria-label={texts.conversation}
        aria-busy={live !== null}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        <div class="turns">
          {turns.map((turn) => {
            if (turn.kind === 'visitor') return <VisitorTurn key={turn.key} turn={turn} />
            if (turn.kind === 'teammate') return <TeammateTurn key={turn.key} turn={turn} />
            if (turn.kind === 'answer')
              return <Answer key={turn.key} message={turn.message} isLast={turn === lastAnswer} />
            if (turn.kind === 'failure') return <Answer key={turn.key} isLast={false} />
            return <SystemLine key={turn.key} event={turn.event} />
          })}
          {(live || isOwed) && <LiveAnswer key={live?.messageId ?? 'owed'} />}
          {unsent.map(
            (one) => one.text !== undefined && <UnsentMessage key={one.clientId} unsent={one} />,
          )}
          <TeammateWriting />
          {offered && <Offer />}
        </div>
        <div class="spacer" />
      </div>
      {hasMoreBelow && (
        <button type="button" class="newest" aria-label={texts.newest} onClick={toNewest}>
          <Icon name="down" />
        </button>
      )}
    </div>
  )
}
