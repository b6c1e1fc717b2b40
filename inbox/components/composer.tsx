import { effect } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { languageName } from '../../protocol/pure/language-name.ts'
import { useInbox } from '../context.ts'
import type { BarState } from '../models/bar-state.ts'
import type { Unsent } from '../models/drafts.ts'
import { codePoints, fitsMessage, LIMIT_CODE_POINTS } from '../models/fits-message.ts'
import { isUnanswered } from '../models/last-word.ts'
import { clockTime } from '../text/format-time.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'
import { Speaker, speakerWords } from './speaker.tsx'
import { useThread } from './thread-context.ts'
import { useCommands } from './use-commands.ts'

/** From here on the composer counts down. */
const NEAR_LIMIT = 400

/** The bar as a place to write: to the shopper for who holds the conversation, to the team for everybody. */
export function Composer({ state }: { state: BarState }) {
  const { composer } = useThread()
  const kind = state.name === 'noting' ? 'note' : composer.mode.value
  return (
    <div class="column composing">
      {state.name === 'composing' ? (
        <HoldLine state={state} />
      ) : (
        <div class="bar-line">
          <Speaker state={state} />
        </div>
      )}
      <div class={kind === 'note' ? 'composer composer-note' : 'composer'}>
        <Tabs state={state} isNote={kind === 'note'} />
        <Editor key={kind} kind={kind} />
        <Tools kind={kind} />
      </div>
    </div>
  )
}

function HoldLine({ state }: { state: BarState }) {
  const { ownership, log } = useThread()
  const { handBack, resolve } = useCommands()
  const { speaker } = state
  if (speaker.kind !== 'me') return null
  const busy = ownership.busy.value !== null
  return (
    <div class="hold">
      <Avatar face={speaker.teammate} />
      <b>{speakerWords(state)}</b>
      <span class="meta hold-since">
        {isUnanswered(log.events.value) ? 'No answer yet' : `since ${clockTime(speaker.since)}`}
      </span>
      <div class="hold-acts">
        <button type="button" class="button button-3" aria-disabled={busy} onClick={handBack}>
          Hand back <KeyHint>H</KeyHint>
        </button>
        <button type="button" class="button button-3" aria-disabled={busy} onClick={resolve}>
          Resolve <KeyHint>E</KeyHint>
        </button>
      </div>
    </div>
  )
}

function Tabs({ state, isNote }: { state: BarState; isNote: boolean }) {
  const { composer, conversation } = useThread()
  const { shop } = useInbox()
  const { startReply, startNote } = useCommands()
  const isHolder = state.name === 'composing'
  return (
    <div class="composer-tabs">
      {isHolder && (
        <button type="button" aria-pressed={!isNote} onClick={startReply}>
          Reply <KeyHint>R</KeyHint>
        </button>
      )}
      <button type="button" aria-pressed={isNote} onClick={startNote}>
        Note <KeyHint>N</KeyHint>
      </button>
      <span class="meta composer-hint">
        {isNote
          ? 'Only your team sees this'
          : conversation.language !== shop.language &&
            `Writes ${languageName(conversation.language)}`}
      </span>
      {!isHolder && (
        <button
          type="button"
          class="icon-button"
          aria-label="Close the note"
          onClick={composer.closeNote}
        >
          <Icon name="close" size={16} />
        </button>
      )}
    </div>
  )
}

/** One for each kind, so that what is typed in the moment of a change never lands with the other. */
function Editor({ kind }: { kind: Unsent['kind'] }) {
  const { composer, typing } = useThread()
  const { sendAndResolve } = useCommands()
  const box = useRef<HTMLTextAreaElement>(null)
  const text = composer.text[kind].value

  // At once, not after the next paint: whoever pressed the key is already typing.
  useLayoutEffect(
    () =>
      effect(() => {
        if (composer.wantsFocus.value !== kind) return
        box.current?.focus()
        composer.wantsFocus.value = null
      }),
    [],
  )
  useLayoutEffect(() => {
    const area = box.current
    if (!area) return
    area.style.blockSize = 'auto'
    area.style.blockSize = `${area.scrollHeight}px`
  }, [text])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey) return
    const withControl = event.ctrlKey || event.metaKey
    // A phone's keyboard has no Shift+Enter: there Enter is a new line.
    if (!withControl && matchMedia('(pointer: coarse)').matches) return
    event.preventDefault()
    if (withControl && kind === 'reply') void sendAndResolve()
    else void composer.send(kind)
  }

  return (
    <textarea
      ref={box}
      class="editor"
      dir="auto"
      rows={2}
      aria-label={kind === 'note' ? 'Note' : 'Reply'}
      placeholder={kind === 'note' ? 'A note for the team' : 'Write to the shopper'}
      value={text}
      onInput={(event) => composer.write(kind, event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={typing.stopped}
    />
  )
}

function Tools({ kind }: { kind: Unsent['kind'] }) {
  const { composer } = useThread()
  const text = composer.text[kind].value
  const left = LIMIT_CODE_POINTS - codePoints(text)
  return (
    <div class="composer-tools">
      {left < NEAR_LIMIT && (
        <span class={left < 0 ? 'num problem' : 'num meta'} role="status">
          {left < 0 ? `${-left} too many` : `${left} left`}
        </span>
      )}
      <button
        type="button"
        class="button button-1 composer-send"
        aria-disabled={!fitsMessage(text)}
        onClick={() => void composer.send(kind)}
      >
        {kind === 'note' ? 'Leave note' : 'Send'} <KeyHint icon="enter" />
      </button>
    </div>
  )
}
