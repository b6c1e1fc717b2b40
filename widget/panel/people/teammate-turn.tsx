import type { PublicFace } from '../../../protocol/authors.ts'
import type { Said } from '../model/unread.ts'
import { Face } from '../views/face.tsx'
import { usePanel } from '../views/panel-context.ts'

/** What a person said: a face, a name and a warm block. Text to the letter, as it was written. */
export function TeammateTurn({ turn }: { turn: { said: Said[] } }) {
  const { texts, config } = usePanel()
  const author = turn.said[0]?.author
  if (author?.kind !== 'teammate') return null
  return (
    <article class="person">
      <Face face={author} />
      <h3 class="who row small">
        <b>{String(author.name)}</b> {texts.from(config.shop.name)}
      </h3>
      {turn.said.map(({ message }) => (
        <div key={message.id} class="words" dir="auto">
          {String(message.text)}
        </div>
      ))}
    </article>
  )
}

export function TeammateWriting({ face }: { face: PublicFace }) {
  const { texts } = usePanel()
  return (
    <div class="person" role="status">
      <Face face={face} />
      <div class="words dots row">
        <span>{texts.isWriting(face.name)}</span>
        <i />
        <i />
        <i />
      </div>
    </div>
  )
}
