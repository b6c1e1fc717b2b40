import type { StaffEntry } from '../models/thread-items.ts'
import { clockTime } from '../text/format-time.ts'
import { mailLink } from '../text/mail-link.ts'
import { Confidence } from './confidence.tsx'
import { Icon } from './icon.tsx'

/** What the shopper cannot see, behind one dashed rule. */
export function StaffBlock({ entries }: { entries: readonly StaffEntry[] }) {
  return (
    <div class="staff staff-block">
      <span class="staff-only">
        <Icon name="eye" size={14} />
        Only your team sees this
      </span>
      {entries.map((entry, index) => (
        <Entry key={index} entry={entry} />
      ))}
    </div>
  )
}

function Entry({ entry }: { entry: StaffEntry }) {
  switch (entry.kind) {
    case 'assessment':
      return <Confidence assessment={entry.assessment} />
    case 'note':
      return (
        <div class="note">
          <b dir="auto">{entry.author}</b> <time class="meta">{clockTime(entry.at)}</time>
          <p dir="auto">{String(entry.text)}</p>
        </div>
      )
    case 'email':
      return (
        <p>
          <b>Left an e-mail at {clockTime(entry.at)}:</b>{' '}
          <a class="link" href={mailLink(entry.email)}>
            {entry.email}
          </a>
        </p>
      )
    case 'conflict':
      return (
        <p>
          <b>{entry.holderName} took this a moment before you.</b> You are following along. The
          shopper sees only {entry.holderName}.
        </p>
      )
  }
}
