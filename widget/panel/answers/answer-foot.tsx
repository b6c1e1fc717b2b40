import type { AnswerMessage } from '../../../protocol/messages.ts'
import styles from './answer-foot.css?inline'
import { ItemCards } from './item-cards.tsx'
import { Ratings } from './ratings.tsx'
import { SourceList } from './source-list.tsx'

export { styles }

/** What stands below a finished answer: its items, its sources, and whether it helped. */
export function AnswerFoot({
  message,
  isLast,
  wish,
}: {
  message: AnswerMessage
  isLast: boolean
  /** The source that was pressed in the text last. */
  wish: { n: number } | undefined
}) {
  const { citations, items, cut, id } = message
  // The cards of a list say what its sources would say again.
  const isList = items.length > 1
  return (
    <>
      {items.length > 0 && <ItemCards items={items} />}
      {citations.length > 0 && (
        <SourceList citations={citations} isLast={isLast && !isList} wish={wish} />
      )}
      {/* Small talk and "I don't have that" are no answers to judge. */}
      {isLast && !cut && citations.length > 0 && <Ratings messageId={id} />}
    </>
  )
}
