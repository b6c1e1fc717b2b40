import { useState } from 'preact/hooks'
import type { Phase } from '../../../protocol/handoffs.ts'
import type { Texts } from '../languages/en.ts'
import { useAtom } from '../store/use-atom.ts'
import { Face } from './face.tsx'
import { listNames } from './format.ts'
import { BELL, CROSS, Icon } from './icon.tsx'
import { usePanel } from './panel-context.ts'
import { useLazy } from './use-lazy.ts'

const loadMenu = () => import('../menu/menu.tsx')
const MORE = 'M4.5 10h.01M10 10h.01M15.5 10h.01'

/** Whoever answers now: the bell or a face, and the line that says so. */
export function Header() {
  const { texts, config, model, close } = usePanel()
  const { conversation } = useAtom(model.thread)
  const trouble = useAtom(model.trouble)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const menu = useLazy(isMenuOpen, loadMenu)
  const isOffline = trouble?.kind === 'no_connection'
  const phase = conversation?.phase
  const teammate = phase?.name === 'teammate' && !isOffline ? phase.teammate : undefined
  return (
    <header class={`header ${isOffline ? 'offline' : ''}`}>
      {teammate ? (
        <Face face={teammate} />
      ) : (
        <span class="mark">
          <Icon path={BELL} />
        </span>
      )}
      <div class="grow">
        <h2>{String(config.shop.name)}</h2>
        <small class={teammate ? 'person-name' : ''} aria-live="polite">
          {isOffline ? texts.noConnection : whoAnswers(phase, texts)}
        </small>
      </div>
      <button
        type="button"
        class="tool"
        aria-label={texts.settings}
        aria-expanded={isMenuOpen}
        onClick={() => setMenuOpen(!isMenuOpen)}
      >
        <Icon path={MORE} kind="dotted" />
      </button>
      <button type="button" class="tool" aria-label={texts.close} onClick={close}>
        <Icon path={CROSS} />
      </button>
      {menu && <menu.Menu onClose={() => setMenuOpen(false)} />}
    </header>
  )
}

function whoAnswers(phase: Phase | undefined, texts: Texts): string {
  if (phase?.name === 'teammate') return texts.headerHere(phase.teammate.name)
  if (phase?.name !== 'waiting') return texts.assistant
  const around = phase.teammatesAround
  return around.length ? texts.headerWaiting(listNames(around, texts)) : texts.headerNobody
}
