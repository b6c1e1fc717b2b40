import type { BarState } from '../models/bar-state.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import { useThread } from './thread-context.ts'

/** Who answers the shopper now, and what that means for whoever looks. */
export function Speaker({ state }: { state: BarState }) {
  const { speaker } = state
  return (
    <>
      <span class="bar-face">
        {speaker.kind === 'teammate' || speaker.kind === 'me' ? (
          <Avatar face={speaker.teammate} />
        ) : (
          <Icon name={speaker.kind === 'resolved' ? 'check' : 'bell'} size={20} />
        )}
      </span>
      <div class="bar-say">
        <b dir="auto">{speakerWords(state)}</b>
        <span class="meta">
          <BarHint state={state} />
        </span>
      </div>
    </>
  )
}

function nameOf({ speaker }: BarState): string {
  return 'teammate' in speaker ? speaker.teammate.name : ''
}

export function speakerWords(state: BarState): string {
  if (state.name === 'taking') return `Take over from ${nameOf(state)}?`
  if (state.name === 'resolving') return 'Nobody has answered'
  switch (state.speaker.kind) {
    case 'assistant':
      return state.speaker.answering ? 'The assistant is answering' : 'The assistant has it'
    case 'waiting':
      return 'Nobody has this yet'
    case 'teammate':
      return `${nameOf(state)} is answering`
    case 'me':
      return 'You are answering'
    case 'resolved':
      return `Resolved by ${nameOf(state)}`
  }
}

function BarHint({ state }: { state: BarState }) {
  const { log, composer } = useThread()
  const { speaker } = state
  if (state.name === 'taking') return <>The shopper will see that you joined.</>
  if (state.name === 'resolving') return <>Resolve it all the same?</>
  if (composer.text.reply.value) return <>Your words are kept. A note can hold them.</>
  switch (speaker.kind) {
    case 'assistant':
      if (!speaker.answering) return <>It answers the shopper’s next message.</>
      if (log.live.value) return <>If you take over, it stops there.</>
      return <>The shopper can’t see you.</>
    case 'waiting':
      return <>The shopper can’t see you.</>
    case 'resolved':
      return <>It opens again when the shopper writes.</>
    default:
      return <>You are following along.</>
  }
}
