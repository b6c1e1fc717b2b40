import { useSignalEffect } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useInbox } from '../context.ts'
import type { BarState } from '../models/bar-state.ts'
import { clockTime } from '../text/format-time.ts'
import { LANGUAGE_NAMES } from '../text/words.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'
import { Speaker, speakerWords } from './speaker.tsx'
import { useThread } from './thread-context.ts'
import { useCommands } from './use-commands.ts'

/** `MESSAGE_LIMIT_CODE_POINTS` of protocol/messages.ts, which this page may import only as a type. */
const LIMIT_CODE_POINTS = 4000
const NEAR_LIMIT = 3600

/** The bar as a place to write: to the shopper for who holds the conversation, to the team for everybody. */
export function Composer({ state }: { state: BarState }) {
  const { composer } = useThread()
  const isNote = composer.mode.value === 'note' || state.name === 'noting'
  return (
    <div class="column composing">
      {state.name === 'composing' ? (
        <HoldLine state={state} />
      ) : (
        <div class="bar-line">
          <Speaker state={state} />
        </div>
      )}
      <div class={isNote ? 'composer composer-note' : 'composer'}>
        <Tabs state={state} isNote={isNote} />
        <Editor isNote={isNote} />
        <Tools isNote={isNote} />
      </div>
    </div>
  )
}

function HoldLine({ state }: { state: BarState }) {
  const { ownership } = useThread()
  const { handBack, resolve } = useCommands()
  const { speaker } = state
  if (speaker.kind !== 'me') return null
  const busy = ownership.busy.value !== null
  return (
    <div class="hold">
      <Avatar face={speaker.teammate} />
      <b>{speakerWords(state)}</b>
      <span class="meta hold-since">since {clockTime(speaker.since)}</span>
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
            `Writes ${LANGUAGE_NAMES[conversation.language]}`}
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

function Editor({ isNote }: { isNote: boolean }) {
  const { composer, typing } = useThread()
  const { sendAndResolve } = useCommands()
  const box = useRef<HTMLTextAreaElement>(null)
  const text = isNote ? composer.note.value : composer.reply.value

  useSignalEffect(() => {
    if (!composer.wantsFocus.value) return
    box.current?.focus()
    composer.wantsFocus.value = false
  })
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
    if (!fits(text)) return
    if (withControl && !isNote) void sendAndResolve()
    else void composer.send()
  }

  return (
    <textarea
      ref={box}
      class="editor"
      dir="auto"
      rows={2}
      aria-label={isNote ? 'Note' : 'Reply'}
      placeholder={isNote ? 'A note for the team' : 'Write to the shopper'}
      value={text}
      onInput={(event) => composer.write(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={typing.stopped}
    />
  )
}

function Tools({ isNote }: { isNote: boolean }) {
  const { composer } = useThread()
  const text = isNote ? composer.note.value : composer.reply.value
  const length = Array.from(text).length
  return (
    <div class="composer-tools">
      {length > NEAR_LIMIT && (
        <span class={length > LIMIT_CODE_POINTS ? 'num problem' : 'num meta'} role="status">
          {length > LIMIT_CODE_POINTS
            ? `${length - LIMIT_CODE_POINTS} too many`
            : `${LIMIT_CODE_POINTS - length} left`}
        </span>
      )}
      <button
        type="button"
        class="button button-1 composer-send"
        aria-disabled={!fits(text)}
        onClick={() => {
          if (fits(text)) void composer.send()
        }}
      >
        {isNote ? 'Leave note' : 'Send'} <KeyHint icon="enter" />
      </button>
    </div>
  )
}

function fits(text: string): boolean {
  return text.trim() !== '' && Array.from(text).length <= LIMIT_CODE_POINTS
}
