import { useAtom } from '../store/use-atom.ts'
import { Announcer } from './announcer.tsx'
import { Composer } from './composer.tsx'
import { Greeting } from './greeting.tsx'
import { Header } from './header.tsx'
import { Notice } from './notice.tsx'
import { type PanelContents, PanelContext, usePanel } from './panel-context.ts'
import { useLazy } from './use-lazy.ts'

const loadThread = () => import('../thread/thread-list.tsx')

/** The opened panel, from header to counter. */
export function PanelView({ contents }: { contents: PanelContents }) {
  return (
    <PanelContext.Provider value={contents}>
      <Header />
      <Middle />
      <Composer />
      <Announcer />
    </PanelContext.Provider>
  )
}

/** The greeting, and from the first act on the thread. What was sent is shown even before that has come. */
function Middle() {
  const { texts, model, isOffered, draft } = usePanel()
  const { conversation } = useAtom(model.thread)
  const unsent = useAtom(model.unsent)
  const isShown = useAtom(isOffered)
  const trouble = useAtom(model.trouble)
  const hasBegun = conversation !== null || unsent.length > 0 || model.isResumed || isShown
  // Fetched while the shopper writes, so that it is there when they send.
  const isWriting = useAtom(draft) !== ''
  const thread = useLazy(hasBegun || isWriting, loadThread)
  return (
    <>
      {!hasBegun ? (
        <Greeting />
      ) : thread ? (
        <thread.ThreadList />
      ) : (
        <div class="thread">
          {unsent.map((one) => (
            <div key={one.clientId} class="mine unsent">
              <p dir="auto">{one.text ?? texts.talkToPerson}</p>
              {trouble && <small>{texts.notSent}</small>}
            </div>
          ))}
        </div>
      )}
      <Notice isFirst={!hasBegun} />
    </>
  )
}
