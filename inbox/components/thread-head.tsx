import { useEffect, useRef } from 'preact/hooks'
import { visitorLabel } from '../../protocol/pure/visitor-label.ts'
import { useInbox } from '../context.ts'
import { visitorName } from '../text/words.ts'
import { Icon } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'
import { Popover } from './popover.tsx'
import { useThread } from './thread-context.ts'
import { useCommands } from './use-commands.ts'

export function ThreadHead() {
  const { close } = useInbox()
  const { toggleDetails } = useCommands()
  const { conversation } = useThread()
  const { page, visitorId } = conversation
  const heading = useRef<HTMLHeadingElement>(null)
  // On a phone the list has gone from under the finger: the focus comes along.
  useEffect(() => {
    if (matchMedia('(max-width: 760px)').matches) heading.current?.focus()
  }, [])
  return (
    <header class="thread-head">
      <button
        type="button"
        class="icon-button thread-back"
        aria-label="Back to the list"
        onClick={close}
      >
        <Icon name="back" size={20} />
      </button>
      <div class="thread-who">
        <h2 dir="auto" ref={heading} tabIndex={-1}>
          {visitorName({ email: conversation.email, visitorLabel: visitorLabel(visitorId) })}
        </h2>
        {page && (
          <span class="meta" dir="auto">
            on {page.title || page.url}
          </span>
        )}
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label="Details"
        title="Details  ]"
        onClick={toggleDetails}
      >
        <Icon name="panel" size={20} />
      </button>
      <MoreActions />
    </header>
  )
}

function MoreActions() {
  const { conversation, ownership } = useThread()
  const { me } = useInbox()
  const { takeOver, startNote, handBack, resolve } = useCommands()
  const { phase } = conversation
  const isColleagues = phase.name === 'teammate' && !ownership.holdsIt.value
  const acts: readonly (readonly [string, string, () => void, boolean])[] = [
    ['Take over', 'T', takeOver, isColleagues],
    ['Leave a note', 'N', startNote, true],
    ['Hand back', 'H', handBack, isColleagues && me.role !== 'teammate'],
    ['Resolve', 'E', resolve, phase.name !== 'resolved'],
  ]
  return (
    <Popover
      class="thread-menu"
      buttonClass="icon-button"
      label="More actions"
      face={<Icon name="more" size={20} />}
    >
      {(close) =>
        acts
          .filter(([, , , shown]) => shown)
          .map(([words, key, act]) => (
            <button
              key={key}
              type="button"
              class="menu-item"
              onClick={() => {
                close()
                act()
              }}
            >
              {words} <KeyHint>{key}</KeyHint>
            </button>
          ))
      }
    </Popover>
  )
}
