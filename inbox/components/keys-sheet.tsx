import { useEffect, useRef } from 'preact/hooks'
import { useApp, useInbox } from '../context.ts'
import { Icon } from './icon.tsx'

type Line = readonly [words: string, ...keys: string[]]
const MOVE: readonly Line[] = [
  ['Next, previous', '↓', '↑'],
  ['Open', '↵'],
  ['Back', 'Esc'],
  ['Longest wait, then the next', 'W'],
  ['First unread message', 'U'],
]
const ACT: readonly Line[] = [
  ['Take over', 'T'],
  ['Reply', 'R'],
  ['Note', 'N'],
  ['Hand back', 'H'],
  ['Resolve, take up again', 'E'],
  ['Fold the brief', 'B'],
  ['Fold the details', ']'],
]
const WRITE: readonly Line[] = [
  ['Send', '↵'],
  ['New line', 'Shift', '↵'],
  ['Send and resolve', 'Ctrl', '↵'],
]
const GO: readonly Line[] = [
  ['Needs a person', 'G', 'P'],
  ['Mine', 'G', 'M'],
  ['All', 'G', 'A'],
]

/** Every key there is, and the switch for those of one letter. */
export function KeysSheet() {
  const { keysShown } = useInbox()
  const { singleKeys } = useApp().preferences
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const close = () => {
    keysShown.value = false
  }
  return (
    <dialog class="keys" ref={dialog} aria-labelledby="keys-title" onClose={close}>
      <header>
        <h2 id="keys-title">Keyboard</h2>
        <span class="meta">Single keys work whenever you are not typing.</span>
        <button type="button" class="icon-button" aria-label="Close" onClick={close}>
          <Icon name="close" size={18} />
        </button>
      </header>
      <div class="keys-body">
        <KeyList name="Move" lines={MOVE} />
        <KeyList name="Act" lines={ACT} />
        <div>
          <KeyList name="While writing" lines={WRITE} />
          <KeyList name="Go to" lines={GO} />
        </div>
      </div>
      <label class="keys-switch">
        <input
          type="checkbox"
          checked={singleKeys.value}
          onChange={(event) => {
            singleKeys.value = event.currentTarget.checked
          }}
        />
        Single-key shortcuts
      </label>
    </dialog>
  )
}

function KeyList({ name, lines }: { name: string; lines: readonly Line[] }) {
  return (
    <section>
      <h3>{name}</h3>
      <ul>
        {lines.map(([words, ...keys]) => (
          <li key={words}>
            <span>{words}</span>
            <span>
              {keys.map((key) => (
                <kbd class="key" key={key}>
                  {key}
                </kbd>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
