import { useEffect, useState } from 'preact/hooks'
import { useApp, useInbox } from '../context.ts'
import { type BarState, barState } from '../models/bar-state.ts'
import { isAnswerDue } from '../models/last-word.ts'
import { waitedMinutes } from '../models/wait-weight.ts'
import { visitorName } from '../text/words.ts'
import { Composer } from './composer.tsx'
import { KeyHint } from './key-hint.tsx'
import { Speaker } from './speaker.tsx'
import { useThread } from './thread-context.ts'
import { useCommands } from './use-commands.ts'

/** Where one button takes the place of another, no click that was meant for the first lands on it. */
const DEAD_MS = 1000

/** Who speaks now, in one place in every state; the composer when it is oneself. */
export function Bar() {
  const { ownership } = useThread()
  const state = useBarState()
  return (
    <div class="bar">
      {ownership.commandRefusal.value && (
        <p class="column problem" role="alert">
          {ownership.commandRefusal.value.message}
        </p>
      )}
      {state.name === 'composing' || state.name === 'noting' ? (
        <Composer state={state} />
      ) : (
        <div class="column bar-line">
          <Speaker state={state} />
          <Acts state={state} />
        </div>
      )}
    </div>
  )
}

function useBarState(): BarState {
  const { conversation, ownership, composer, log } = useThread()
  return barState(conversation.phase, {
    holdsIt: ownership.holdsIt.value,
    asking: ownership.asking.value,
    noting: composer.noting.value,
    answering: log.live.value !== null || isAnswerDue(log.events.value),
  })
}

function Acts({ state }: { state: BarState }) {
  const { ownership } = useThread()
  const { nextWait } = useInbox()
  const { takeOver, startNote, resolve } = useCommands()
  const isFree = state.speaker.kind === 'assistant' || state.speaker.kind === 'waiting'
  const busy = ownership.busy.value !== null
  const offersNext = !isFree && nextWait.value !== null
  const isNew = useIsNew(offersNext)
  if (state.name === 'taking' || state.name === 'resolving') {
    return (
      <div class="bar-acts">
        <button
          type="button"
          class="button button-2 button-large"
          onClick={() => {
            ownership.asking.value = null
          }}
        >
          Leave it
        </button>
        {state.name === 'taking' ? (
          <TakeOver primary busy={busy} act={takeOver} />
        ) : (
          <button
            type="button"
            class="button button-1 button-large"
            aria-disabled={busy}
            onClick={resolve}
          >
            Resolve <KeyHint>E</KeyHint>
          </button>
        )}
      </div>
    )
  }
  return (
    <div class="bar-acts">
      <button type="button" class="button button-2 button-large" onClick={startNote}>
        Note <KeyHint>N</KeyHint>
      </button>
      {(isFree || !offersNext) && <TakeOver primary={isFree} busy={busy} act={takeOver} />}
      {offersNext && <NextWait dead={isNew} />}
    </div>
  )
}

function TakeOver({ primary, busy, act }: { primary: boolean; busy: boolean; act: () => void }) {
  return (
    <button
      type="button"
      class={`button ${primary ? 'button-1' : 'button-2'} button-large`}
      aria-disabled={busy}
      onClick={act}
    >
      Take over <KeyHint>T</KeyHint>
    </button>
  )
}

/** What the hand goes to next when this one is in good hands. */
function NextWait({ dead }: { dead: boolean }) {
  const { nextWait, openNextWait } = useInbox()
  const now = useApp().connection.now.value
  const row = nextWait.value
  if (row?.summary.phase.name !== 'waiting') return null
  return (
    <button
      type="button"
      class="button button-1 button-large"
      aria-disabled={dead}
      onClick={() => {
        if (!dead) openNextWait()
      }}
    >
      <span class="bar-next">
        Next<span class="bar-next-name">: {visitorName(row.summary)}</span>
        <span>, {waitedMinutes(row.summary.phase.requestedAt, now)} min</span>
      </span>{' '}
      <KeyHint>W</KeyHint>
    </button>
  )
}

/** True for a moment after `what` has changed before one's eyes. */
function useIsNew(what: boolean): boolean {
  const [settled, setSettled] = useState(what)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(what), DEAD_MS)
    return () => clearTimeout(timer)
  }, [what])
  return settled !== what
}
