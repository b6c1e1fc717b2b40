import type { ConversationSummary, InboxRow } from '../../protocol/inbox.ts'
import { useApp, useInbox } from '../context.ts'
import { unreadOf, viewsOf } from '../models/list-rows.ts'
import { writeRoute } from '../models/route.ts'
import { shortAgo } from '../text/format-time.ts'
import { plainText } from '../text/plain-text.ts'
import { REASONS, visitorName } from '../text/words.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import { ItemPicture } from './item-picture.tsx'
import { TypingDots } from './typing-dots.tsx'
import { WaitMinutes } from './wait-minutes.tsx'

type Props = { row: InboxRow; current: boolean; tabStop: boolean; onFocus: () => void }

/** Who has it now, what was said last, the piece it is about. */
export function ConversationRow({ row, current, tabStop, onFocus }: Props) {
  const { route } = useInbox()
  const { summary } = row
  const isWaiting = summary.phase.name === 'waiting'
  const classes = ['row', isWaiting ? 'row-waiting' : 'row-quiet', unreadOf(row) > 0 && 'row-new']
  return (
    <li class={classes.filter(Boolean).join(' ')} data-current={current || undefined}>
      <a
        href={writeRoute({ view: route.value.view, conversationId: row.conversationId })}
        class="row-link"
        data-row={row.conversationId}
        tabIndex={tabStop ? 0 : -1}
        aria-current={current ? 'true' : undefined}
        onFocus={onFocus}
      >
        <Slot row={row} />
        <span class="row-text">
          <FirstLine row={row} />
          <span class="row-said" dir="auto">
            <LastLine row={row} />
          </span>
          {isWaiting && <Reason summary={summary} />}
        </span>
        {summary.item && <ItemPicture item={summary.item} marked />}
      </a>
    </li>
  )
}

/** Minutes, a face or the bell: never two of them. */
function Slot({ row: { summary } }: { row: InboxRow }) {
  const now = useApp().connection.now.value
  const { me } = useInbox()
  const { phase } = summary
  if (phase.name === 'waiting') return <WaitMinutes since={phase.requestedAt} now={now} />
  if (phase.name === 'assistant') {
    return (
      <span class="slot">
        <span class="sr">Assistant.</span>
        <Icon name="bell" size={20} />
      </span>
    )
  }
  return (
    <span class="slot slot-face">
      <span class="sr">{phase.name === 'resolved' ? 'Resolved by' : 'With'}</span>
      <Avatar face={phase.teammate} />
      <i dir="auto">{phase.teammate.id === me.id ? 'You' : phase.teammate.name}</i>
    </span>
  )
}

function FirstLine({ row }: { row: InboxRow }) {
  const now = useApp().connection.now.value
  const { shop, me } = useInbox()
  const { summary } = row
  const unread = unreadOf(row)
  const isWaiting = summary.phase.name === 'waiting'
  const concernsMe = isWaiting || viewsOf(summary, me.id).includes('mine')
  return (
    <span class="row-first">
      <b class="row-name" dir="auto">
        {visitorName(summary)}
      </b>
      {summary.language !== shop.language && (
        <span class="language">{summary.language.toUpperCase()}</span>
      )}
      {!isWaiting && summary.item && (
        <span class="row-item" dir="auto">
          {summary.item.title}
        </span>
      )}
      {concernsMe && unread > 0 && <span class="row-unread">{unread} new</span>}
      {!isWaiting && <span class="row-time num">{shortAgo(summary.updatedAt, now)}</span>}
      {!concernsMe && unread > 0 && <span class="sr">{unread} new</span>}
    </span>
  )
}

function LastLine({ row: { summary, writing } }: { row: InboxRow }) {
  const { me } = useInbox()
  const { lastLine, phase } = summary
  if (writing && phase.name === 'assistant') {
    return (
      <>
        <TypingDots /> The assistant is writing
      </>
    )
  }
  if (!lastLine) return <>No message yet</>
  const { author, text } = lastLine
  if (author.kind === 'assistant') return <>Assistant: {plainText(text)}</>
  if (author.kind !== 'teammate') return <>{String(text)}</>
  return (
    <>
      {author.id === me.id ? 'You' : author.name}: {String(text)}
    </>
  )
}

function Reason({ summary: { phase, item } }: { summary: ConversationSummary }) {
  if (phase.name !== 'waiting') return null
  return (
    <span class="row-reason">
      <b class="reason">{REASONS[phase.reason]}</b>
      {item && ` · ${item.title}`}
    </span>
  )
}
