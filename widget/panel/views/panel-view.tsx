import { useAtom } from '../store/use-atom.ts'
import { Announcer } from './announcer.tsx'
import { Composer } from './composer.tsx'
import { Greeting } from './greeting.tsx'
import { Header } from './header.tsx'
import { Notice } from './notice.tsx'
import { type PanelContents, PanelContext } from './panel-context.ts'
import { ThreadList } from './thread-list.tsx'

/** The opened panel, from header to counter. */
export function PanelView({ contents }: { contents: PanelContents }) {
  const { conversation, events } = useAtom(contents.model.thread)
  const unsent = useAtom(contents.model.unsent)
  const isOffered = useAtom(contents.isOffered)
  const hasBegun = events.length > 0 || unsent.length > 0 || isOffered || conversation !== null
  return (
    <PanelContext.Provider value={contents}>
      <Header />
      {hasBegun ? <ThreadList /> : <Greeting />}
      <Notice isFirst={!hasBegun} />
      <Composer />
      <Announcer />
    </PanelContext.Provider>
  )
}
