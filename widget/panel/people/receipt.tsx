import type { Phase } from '../../../protocol/handoffs.ts'
import { useAtom } from '../store/use-atom.ts'
import { listNames } from '../views/format.ts'
import { BELL, CROSS, Icon } from '../views/icon.tsx'
import { usePanel } from '../views/panel-context.ts'
import { useLazy } from '../views/use-lazy.ts'
import { formatTime } from './format-time.ts'

const loadEmailForm = () => import('./email-form.tsx')

/** The receipt of a handoff: who was told, what was passed on, and the ways on. */
export function Receipt({ phase }: { phase: Extract<Phase, { name: 'waiting' }> }) {
  const { texts, model, locale } = usePanel()
  const around = phase.teammatesAround
  const isAnybodyIn = around.length > 0
  const isEmailGiven = useAtom(model.thread).conversation?.emailGiven ?? false
  const form = useLazy(!isAnybodyIn && !isEmailGiven, loadEmailForm)
  const { question, item, messageCount } = phase.passedOn
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
            : texts.nobodyTitle}
          {isAnybodyIn && '.'}
        </h3>
        <p>{isAnybodyIn ? texts.closeIfYouLike : texts.nobody}</p>
      </div>
      {isEmailGiven && <p role="status">{texts.emailThanks}</p>}
      {form && <form.EmailForm />}
      <div>
        <small>{texts.passedOn}</small>
        <dl class="passed-on">
          <dt>{texts.question}</dt>
          <dd dir="auto">{String(question ?? texts.nothingYet)}</dd>
          {item && <dt>{texts.piece}</dt>}
          {item && <dd>{`${item.code}, ${item.title}`}</dd>}
          {messageCount > 0 && <dt>{texts.thisChat}</dt>}
          {messageCount > 0 && <dd>{texts.wholeChat(messageCount)}</dd>}
        </dl>
      </div>
      <div class="rows">
        <button type="button" class="row" onClick={() => model.cancelHandoff()}>
          {texts.cancel}
          <Icon path={CROSS} />
        </button>
      </div>
    </section>
  )
}
