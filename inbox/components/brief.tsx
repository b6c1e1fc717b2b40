import { languageName } from '../../protocol/pure/language-name.ts'
import { useApp, useInbox } from '../context.ts'
import { headlineOf, lastAnswerOf } from '../models/brief-facts.ts'
import { formatPrice } from '../text/format-price.ts'
import { longAgo } from '../text/format-time.ts'
import { plainText } from '../text/plain-text.ts'
import { REASONS } from '../text/words.ts'
import { ItemPicture } from './item-picture.tsx'
import { ItemStatus } from './item-status.tsx'
import { KeyHint } from './key-hint.tsx'
import { useThread } from './thread-context.ts'
import { useCommands } from './use-commands.ts'

/** What they want, in their words, and the piece they mean. Folded to one row once somebody holds the conversation. */
export function Brief() {
  const { log, conversation, briefOpen } = useThread()
  const { toggleBrief } = useCommands()
  const headline = headlineOf(log.events.value)
  const isOpen = briefOpen.value ?? conversation.phase.name === 'waiting'
  if (!headline && !log.item.value) return null
  return isOpen ? (
    <OpenBrief headline={headline} fold={toggleBrief} />
  ) : (
    <FoldedBrief headline={headline} unfold={toggleBrief} />
  )
}

function OpenBrief({ headline, fold }: { headline: string; fold: () => void }) {
  const { log, conversation } = useThread()
  const now = useApp().connection.now.value
  const { phase } = conversation
  const item = log.item.value
  return (
    <section class="brief" aria-label="Brief">
      <div class="column">
        <div class="brief-why">
          <span>Brief</span>
          {phase.name === 'waiting' && (
            <span>
              <b>{REASONS[phase.reason]}</b>, {longAgo(phase.requestedAt, now)}
            </span>
          )}
          <button type="button" class="brief-fold" onClick={fold}>
            Fold <KeyHint>B</KeyHint>
          </button>
        </div>
        <h3 dir="auto">{headline}</h3>
        {item && (
          <div class="piece">
            <ItemPicture item={item} />
            <div class="piece-text">
              <b dir="auto">{item.title}</b>
              <span class="piece-sub">
                <span class="num">{item.code}</span>
                <ItemStatus status={item.status} />
              </span>
            </div>
            {item.price !== undefined && (
              <div class="price num">{formatPrice(item.price, item.currency)}</div>
            )}
          </div>
        )}
        <Facts />
      </div>
    </section>
  )
}

function Facts() {
  const { log, conversation } = useThread()
  const { shop } = useInbox()
  const answer = lastAnswerOf(log.events.value)
  const isOtherLanguage = conversation.language !== shop.language
  if (!answer && !isOtherLanguage && !conversation.email) return null
  return (
    <dl class="facts">
      {conversation.email && (
        <>
          <dt>Email</dt>
          <dd>{conversation.email}</dd>
        </>
      )}
      {answer && (
        <>
          <dt>Assistant said</dt>
          <dd class="clamp" dir="auto">
            {plainText(answer)}
          </dd>
        </>
      )}
      {isOtherLanguage && (
        <>
          <dt>Language</dt>
          <dd>{languageName(conversation.language)}</dd>
        </>
      )}
    </dl>
  )
}

function FoldedBrief({ headline, unfold }: { headline: string; unfold: () => void }) {
  const item = useThread().log.item.value
  return (
    <section class="brief brief-folded" aria-label="Brief, folded">
      <div class="column">
        <div class={item ? 'piece' : 'piece piece-bare'}>
          {item && <ItemPicture item={item} />}
          <div class="piece-text">
            <h3 dir="auto">{headline || item?.title}</h3>
            {item && (
              <span class="piece-sub">
                <span class="num">{item.code}</span>
                <ItemStatus status={item.status} />
              </span>
            )}
          </div>
          {item?.price !== undefined && (
            <div class="price num">{formatPrice(item.price, item.currency)}</div>
          )}
          <button type="button" class="brief-fold" onClick={unfold}>
            Brief <KeyHint>B</KeyHint>
          </button>
        </div>
      </div>
    </section>
  )
}
