import type { Said } from '../model/unread.ts'
import type { Atom } from '../store/atom.ts'
import { useAtom } from '../store/use-atom.ts'
import { Face } from './face.tsx'
import { Icon } from './icon.tsx'
import { type PanelContents, PanelContext } from './panel-context.ts'

/** What came while the panel was closed: a dot on the launcher and the newest words beside it. */
export function Slip({
  contents,
  messages,
  open,
}: {
  contents: PanelContents
  messages: Atom<readonly Said[]>
  open(): void
}) {
  const { texts, config } = contents
  const newest = useAtom(messages).at(-1)
  const hidden = useAtom(contents.hiddenSlip)
  if (!newest) return null
  const { author, message, seq } = newest
  const name = author.kind === 'teammate' ? author.name : texts.assistant
  return (
    <PanelContext.Provider value={contents}>
      <span class="dot" />
      {seq > hidden && (
        <div class={`slip ${author.kind}`} role="status">
          <button type="button" class="person" onClick={open}>
            {author.kind === 'teammate' && <Face face={author} />}
            <span class="grow">
              <span class="who row">
                <b>{name}</b> {texts.from(config.shop.name)}
              </span>
              <span class="lines" dir="auto">
                {String(message.text)}
              </span>
            </span>
          </button>
          <button
            type="button"
            class="tool"
            aria-label={texts.hideMessage}
            onClick={() => contents.hiddenSlip.set(seq)}
          >
            <Icon name="cross" />
          </button>
        </div>
      )}
    </PanelContext.Provider>
  )
}
