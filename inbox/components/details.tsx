import { languageName } from '../../protocol/pure/language-name.ts'
import { safeUrl } from '../../protocol/pure/parse-markup.ts'
import { visitorLabel } from '../../protocol/pure/visitor-label.ts'
import { useApp, useInbox } from '../context.ts'
import { formatPrice } from '../text/format-price.ts'
import { clockTime, dayName } from '../text/format-time.ts'
import { mailLink } from '../text/mail-link.ts'
import { Icon } from './icon.tsx'
import { ItemPicture } from './item-picture.tsx'
import { ItemStatus } from './item-status.tsx'
import { KeyHint } from './key-hint.tsx'
import { useThread } from './thread-context.ts'
import { useCommands } from './use-commands.ts'

/** Who they are and what they look at. A column where there is room, else a sheet over the thread. */
export function Details() {
  const { detailsSheet } = useInbox()
  const { toggleDetails } = useCommands()
  return (
    <aside class={detailsSheet.value ? 'details details-sheet' : 'details'} aria-label="Details">
      <header>
        Details
        <button
          type="button"
          class="icon-button details-fold"
          aria-label="Fold the details"
          onClick={toggleDetails}
        >
          <KeyHint>]</KeyHint>
          <Icon name="close" size={18} />
        </button>
      </header>
      <VisitorFacts />
      <ItemFacts />
      <PageFacts />
    </aside>
  )
}

function VisitorFacts() {
  const { conversation } = useThread()
  const { shop } = useInbox()
  const now = useApp().connection.now.value
  const { email, visitorId, language, startedAt } = conversation
  return (
    <section>
      <h3>Visitor</h3>
      <dl class="pairs">
        <dt>Label</dt>
        <dd class="num">{visitorLabel(visitorId)}</dd>
        {email && (
          <>
            <dt>Email</dt>
            <dd>
              <a class="link" href={mailLink(email)}>
                {email}
              </a>
            </dd>
          </>
        )}
        {language !== shop.language && (
          <>
            <dt>Language</dt>
            <dd>{languageName(language)}</dd>
          </>
        )}
        <dt>Began</dt>
        <dd class="num">
          {dayName(startedAt, now)}, {clockTime(startedAt)}
        </dd>
      </dl>
    </section>
  )
}

function ItemFacts() {
  const { log, conversation } = useThread()
  const item = log.item.value
  const code = conversation.page?.itemCode
  if (!item) {
    if (!code) return null
    return (
      <section>
        <h3>Item</h3>
        <p class="unverified">
          The page named “<bdi>{code}</bdi>”. There is no such piece in the shop’s stock.
        </p>
      </section>
    )
  }
  const url = item.url === undefined ? null : safeUrl(item.url)
  return (
    <section>
      <h3>Item</h3>
      <ItemPicture item={item} />
      <div class="item-name">
        <span dir="auto">
          {url ? (
            <a class="link" href={url} target="_blank" rel="noopener noreferrer">
              {item.title}
            </a>
          ) : (
            item.title
          )}
        </span>
        {item.price !== undefined && (
          <span class="num">{formatPrice(item.price, item.currency)}</span>
        )}
      </div>
      <div class="item-code">
        <span class="num">{item.code}</span>
        <ItemStatus status={item.status} />
      </div>
      <dl class="pairs item-rows">
        {item.conditionGrade && <ItemRow name="grade" value={item.conditionGrade} />}
        {item.attributes.map(({ name, value }) => (
          <ItemRow key={name} name={name} value={value} />
        ))}
        {!item.attributes.some(({ name }) => isCondition(name)) && (
          <ItemRow name="condition notes" value="" />
        )}
      </dl>
    </section>
  )
}

/** Silence about a piece's condition is said, so that nobody takes it for "no damage". */
function isCondition(name: string): boolean {
  return /^condition\b/i.test(name.replaceAll('_', ' '))
}

/** Straight from the row: what it does not say is said to be missing. */
function ItemRow({ name, value }: { name: string; value: string }) {
  const parts = value
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
  return (
    <>
      <dt dir="auto">{name.replaceAll('_', ' ')}</dt>
      <dd dir="auto" class={parts.length === 0 ? 'nothing' : 'num'}>
        {parts.length === 0 && 'nothing noted'}
        {parts.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </dd>
    </>
  )
}

/** As the shopper's page says; nothing in it is looked up but the item's code. */
function PageFacts() {
  const { page } = useThread().conversation
  if (!page) return null
  return (
    <section>
      <h3>Page</h3>
      <p dir="auto">{page.title}</p>
      <p class="meta page-url">{page.url}</p>
    </section>
  )
}
