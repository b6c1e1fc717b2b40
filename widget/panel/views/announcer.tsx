import { useAtom } from '../store/use-atom.ts'
import { usePanel } from './panel-context.ts'

/** Tells a screen reader what came, once each: the thread itself is silent while it grows. */
export function Announcer() {
  const { news } = usePanel()
  return (
    <div class="announcer unseen" role="status" aria-atomic="false">
      {useAtom(news).map(({ id, words }) => (
        <p key={id}>{words}</p>
      ))}
    </div>
  )
}
