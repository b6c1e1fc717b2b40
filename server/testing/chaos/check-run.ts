import { checkAcknowledged } from './checks/check-acknowledged.ts'
import { checkAssistantSilent } from './checks/check-assistant-silent.ts'
import { checkAudience } from './checks/check-audience.ts'
import { checkCounters } from './checks/check-counters.ts'
import { checkHandoffs } from './checks/check-handoffs.ts'
import { checkIntegrity } from './checks/check-integrity.ts'
import { checkLiveText } from './checks/check-live-text.ts'
import { checkNoGap } from './checks/check-no-gap.ts'
import { checkOneHolder } from './checks/check-one-holder.ts'
import { checkProjection } from './checks/check-projection.ts'
import { checkSameOrder } from './checks/check-same-order.ts'
import { checkSenderOrder } from './checks/check-sender-order.ts'
import { checkSent } from './checks/check-sent.ts'
import { checkServerProcess } from './checks/check-server-process.ts'
import type { Finding } from './finding.ts'
import { indexRun, type Run } from './run-index.ts'

const CHECKS = [
  checkAcknowledged,
  checkSent,
  checkSameOrder,
  checkNoGap,
  checkSenderOrder,
  checkAssistantSilent,
  checkOneHolder,
  checkHandoffs,
  checkCounters,
  checkIntegrity,
  checkProjection,
  checkAudience,
  checkServerProcess,
  checkLiveText,
]

/** Judges a whole run, when everything has settled. Pure: what it finds depends on the record alone. */
export function checkRun(run: Run): Finding[] {
  const index = indexRun(run)
  return CHECKS.flatMap((check) => check(index))
}
