import type { AnswerMessage } from '../../../protocol/messages.ts'
import styles from './answer-foot.css?inline'
import { ItemCards } from './item-cards.tsx'
import { Ratings } from './ratings.tsx'
import { SourceList } from './source-list.tsx'

export { styles }

/** What stands below a finished answer: its items, its sources, and whether it helped. */
export function AnswerFoot({ message, isLast }: { message: AnswerMessage; isLast: boolean }) {
  const { citations, items, cut, id } = message
  return (
    <>
      {items.length > 0 && <ItemCards items={items} />}
      {citations.length > 0 && <SourceList citations={citations} isLast={isLast} />}
      {isLast && !cut && <Ratings messageId={id} />}
    </>
  )
}
