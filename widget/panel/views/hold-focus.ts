import type { TargetedEvent } from 'preact'

/** For what goes away once it is pressed: focus stays in the thread or the panel, not on the page. */
export function holdFocus({ currentTarget }: TargetedEvent<HTMLElement>): void {
  currentTarget.closest<HTMLElement>('[role=log],[role=dialog]')?.focus()
}
