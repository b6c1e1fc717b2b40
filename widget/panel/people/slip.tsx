import type { Said } from '../model/unread.ts'
import { useAtom } from '../store/use-atom.ts'
import { Face } from '../views/face.tsx'
import { CROSS, Icon } from '../views/icon.tsx'
import { usePanel } from '../views/panel-context.ts'
import styles from './slip.css?inline'

export { styles }

/** What came while the panel was closed: a dot on the launcher and the newest words beside it. */
export function Slip({ newest }: { newest: Said }) {
  const { texts, config, hiddenSlip, open } = usePanel()
  const hidden = useAtom(hiddenSlip)
  const { author, message, seq } = newest
  const name = author.kind === 'teammate' ? author.name : texts.assistant
  return (
    <>
      <span class="dot" />
      {seq > hidden && (
        <div class={`slip ${author.kind}`} role="status">
          <button type="button" onClick={() => open()}>
            {author.kind === 'teammate' && <Face face={author} />}
            <span class="grow">
              <b>{String(name)}</b> <small>{texts.from(config.shop.name)}</small>
              <span class="lines" dir="auto">
                {String(message.text)}
              </span>
            </span>
          </button>
          <button
            type="button"
            class="tool"
            aria-label={texts.hideMessage}
            onClick={() => hiddenSlip.set(seq)}
          >
            <Icon path={CROSS} />
          </button>
        </div>
      )}
    </>
  )
}
