import type { Assessment } from '../../protocol/assessments.ts'
import { decisionWords } from '../text/words.ts'

/** How sure the assistant was, against the threshold, and on request why. For the team only. */
export function Confidence({ assessment }: { assessment: Assessment }) {
  const { confidence, threshold } = assessment
  const isSure = confidence !== undefined && confidence >= threshold
  return (
    <details class="why">
      <summary>
        <span class="sr">Only your team sees this.</span>
        {confidence === undefined ? (
          <b>{decisionWords(assessment.decision)}</b>
        ) : (
          <>
            <b class={isSure ? undefined : 'low'}>{isSure ? 'Sure' : 'Not sure'}</b>
            <Meter confidence={confidence} threshold={threshold} isSure={isSure} />
            <span class="num">{confidence.toFixed(2)}</span>
            {!isSure && (
              <span class="num">
                under {threshold.toFixed(2)}, {timesWords(assessment.facts.unsureInARow)}
              </span>
            )}
          </>
        )}
        <span class="why-word">Why</span>
      </summary>
      <Why assessment={assessment} />
    </details>
  )
}

function Meter({
  confidence,
  threshold,
  isSure,
}: {
  confidence: number
  threshold: number
  isSure: boolean
}) {
  return (
    <span
      class={isSure ? 'meter' : 'meter meter-low'}
      role="img"
      aria-label={`Confidence ${confidence.toFixed(2)}, threshold ${threshold.toFixed(2)}`}
    >
      <i class="meter-fill" style={{ inlineSize: `${percent(confidence)}%` }} />
      <i class="meter-line" style={{ insetInlineStart: `${percent(threshold)}%` }} />
    </span>
  )
}

function Why({ assessment }: { assessment: Assessment }) {
  const { evidence, facts, decision, answeredBy, fallbackReason } = assessment
  return (
    <div class="why-body">
      {evidence.length > 0 && (
        <ol class="evidence">
          {evidence.map(({ passageId, title, score }) => (
            <li key={passageId}>
              <span dir="auto">{title}</span> <span class="num">{score.toFixed(2)}</span>
            </li>
          ))}
        </ol>
      )}
      <dl class="facts">
        <dt>Decision</dt>
        <dd>{decisionWords(decision)}</dd>
        <dt>Answered by</dt>
        <dd>
          {ANSWERERS[answeredBy]}
          {fallbackReason && ` (${fallbackReason})`}
        </dd>
        <dt>Exchanges</dt>
        <dd>
          {facts.exchanges} without a resolution
          {facts.offerDeclined && ', an offer was declined'}
        </dd>
      </dl>
    </div>
  )
}

const ANSWERERS: Record<Assessment['answeredBy'], string> = {
  extractive: 'Sentences of the shop’s content',
  claude: 'Claude',
  nobody: 'Nobody: a person was asked for',
}

function timesWords(inARow: number): string {
  if (inARow <= 1) return 'first time'
  return inARow === 2 ? 'second time' : `${inARow} times in a row`
}

function percent(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 100)
}
