import type { PassageReply } from '../../protocol/api.ts'
import type { Citation } from '../../protocol/messages.ts'
import { JACKET } from '../../server/testing/marlow.ts'

export const NOTES: PassageReply = {
  id: `psg_${'1'.padStart(26, '0')}`,
  title: 'Notes on MRL-0412',
  place: ['Notes on MRL-0412', 'Condition'],
  text: 'Left cuff: small mend, 1.5 cm, hand-darned in matching thread. Holds well.',
  source: 'inventory.csv',
  url: 'https://marlow.example/items/MRL-0412',
}

export const GRADES: PassageReply = {
  id: `psg_${'2'.padStart(26, '0')}`,
  title: 'Condition guide: B+',
  place: ['Condition guide', 'B+'],
  text: 'B+: light, even wear. Any mend is shown and does not weaken the piece.',
  source: 'condition-guide.md',
}

export const CITATIONS: Citation[] = [
  {
    n: 1,
    passageId: NOTES.id,
    title: NOTES.title,
    url: 'https://marlow.example/items/MRL-0412',
    quote: 'Left cuff: small mend, 1.5 cm, hand-darned in matching thread.',
  },
  { n: 2, passageId: GRADES.id, title: GRADES.title, quote: GRADES.text },
]

export const DAMAGE = {
  text: 'There is one small mend, on the left cuff: 1.5 cm, darned by hand in matching thread.[1] Otherwise it is graded B+, so light, even wear and nothing that weakens it.[2]',
  citations: CITATIONS,
  items: [JACKET],
}
