import type { CheckId } from '../finding.ts'

/** Every fault that can be seeded, with the check that has to notice it. */
export const FAULTS = {
  // At the server.
  no_idempotency: 'C1',
  acknowledges_before_commit: 'C1',
  publishes_before_commit: 'C3',
  dedupes_by_text: 'C1',
  loses_resolve: 'C1',
  alters_text: 'C2',
  stores_what_it_refuses: 'C2',
  skips_a_seq: 'C4',
  wrong_prev: 'C4',
  reorders_a_sender: 'C5',
  takeover_not_fenced: 'C6',
  speaks_while_waiting: 'C6',
  two_answers_to_one_question: 'C6',
  two_holders_of_a_version: 'C7',
  anybody_replies: 'C7',
  handoff_tells_nobody: 'C8',
  claims_that_somebody_is_there: 'C8',
  miscounts: 'C9',
  read_mark_ahead: 'C9',
  watermark_not_raised: 'C9',
  forgets_owed_answers: 'C9',
  breaks_the_index: 'C10',
  projection_is_not_the_fold: 'C11',
  staff_event_to_visitor: 'C12',
  leaks_across_shops: 'C12',
  ends_by_itself: 'C13',
  loses_cut_text: 'C14',
  // At the clients.
  retries_without_its_id: 'C2',
  no_resume: 'C4',
  resumes_off_by_one: 'C4',
  room_over_database: 'C4',
  shows_again: 'C4',
  shows_early: 'C4',
  keeps_echo: 'C4',
  trusts_old_snapshot: 'C11',
} as const satisfies Record<string, CheckId>

export type Fault = keyof typeof FAULTS
