import type { Unread } from '../model/unread.ts'
import { useAtom } from '../store/use-atom.ts'
import { type PanelContents, PanelContext } from './panel-context.ts'
import { useLazy } from './use-lazy.ts'

const loadSlip = () => import('../people/slip.tsx')

/** Beside the launcher: nothing, until somebody writes while the panel is closed. */
export function News({ contents, unread }: { contents: PanelContents; unread: Unread }) {
  return (
    <PanelContext.Provider value={contents}>
      <NewestSlip unread={unread} />
    </PanelContext.Provider>
  )
}

function NewestSlip({ unread }: { unread: Unread }) {
  const newest = useAtom(unread.messages).at(-1)
  const chunk = useLazy(newest !== undefined, loadSlip)
  return chunk && newest ? <chunk.Slip newest={newest} /> : null
}
