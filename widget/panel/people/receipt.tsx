import type { Phase } from '../../../protocol/handoffs.ts'
import type { Said } from '../model/unread.ts'
import { useAtom } from '../store/use-atom.ts'
import { listNames } from '../views/format.ts'
import { BELL, CROSS, Icon } from '../views/icon.tsx'
import { usePanel } from '../views/panel-context.ts'
import { useLazy } from '../views/use-lazy.ts'
import { formatTime } from './format-time.ts'

const loadEmailForm = () => import('./email-form.tsx')

type Waiting = Extract<Phase, { name: 'waiting' }>

/** The receipt of a handoff that `seq` asked for: who was told, what was passed on, and the ways on. */
export function Receipt({ phase, seq }: { phase: Waiting; seq: number }) {
  const { texts, model, locale } = usePanel()
  const around = phase.teammatesAround
  const isAnybodyIn = around.length > 0
  const { conversation } = useAtom(model.thread)
  const isEmailGiven = conversation?.emailGiven ?? false
  const form = useLazy(!isAnybodyIn || isEmailGiven, loadEmailForm)
  return (
    <section class="card receipt" tabIndex={-1} aria-label={texts.passedOn}>
      <div>
        <small class="row">
          <Icon path={BELL} />
          {texts.rungAt(formatTime(phase.requestedAt, locale))}
        </small>
        <h3>
          {isAnybodyIn
            ? texts.told(listNames(around, texts), around.length === 1)
            : texts.headerNobody}
          .
        </h3>
        <p>{isAnybodyIn ? texts.closeIfYouLike : texts.nobody}</p>
      </div>
      {form && <form.EmailForm isGiven={isEmailGiven} />}
      <PassedOn phase={phase} seq={seq} />
      <div class="rows">
        <button type="button" class="row" onClick={() => model.cancelHandoff()}>
          {texts.cancel}
          <Icon path={CROSS} />
        </button>
      </div>
    </section>
  )
}

/** What was passed on, and what was written since: that is kept for the team as well. */
function PassedOn({ phase, seq }: { phase: Waiting; seq: number }) {
  const { texts, model } = usePanel()
  const { events } = useAtom(model.thread)
  const { question, item, messageCount } = phase.passedOn
  const since = events.filter((event): event is Said => {
    return event.seq > seq && event.type === 'message.created' && event.author.kind === 'visitor'
  })
  const newest = since.at(-1)?.message.text ?? question
  const count = messageCount + since.length
  return (
    <div>
      <small>{texts.passedOn}</small>
      <dl class="passed-on">
        <dt>{texts.question}</dt>
        <dd dir="auto">{String(newest ?? texts.nothingYet)}</dd>
        {item && <dt>{texts.piece}</dt>}
        {item && <dd>{`${item.code}, ${item.title}`}</dd>}
        {count > 0 && <dt>{texts.thisChat}</dt>}
        {count > 0 && <dd>{texts.wholeChat(count)}</dd>}
      </dl>
    </div>
  )
}
