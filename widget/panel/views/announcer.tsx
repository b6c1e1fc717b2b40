import { useAtom } from '../store/use-atom.ts'
import { usePanel } from './panel-context.ts'

/** Tells a screen reader of finished messages, once each: the thread itself is silent while it grows. */
export function Announcer() {
  const { texts, news } = usePanel()
  return (
    <div class="announcer" role="status">
      {useAtom(news).map(({ id, author, message }) => (
        <p key={id}>
          {author.kind === 'teammate' ? author.name : texts.assistant}: {String(message.text)}
        </p>
      ))}
    </div>
  )
}
