import type { PassageReply, WidgetConfig } from '../../protocol/api.ts'
import type { PublicFace } from '../../protocol/authors.ts'
import type { PassageId, TeammateId } from '../../protocol/ids.ts'
import type { Item } from '../../protocol/items.ts'
import type { Citation } from '../../protocol/messages.ts'

const digits = (n: number) => String(n).padStart(26, '0')

export const MARTA: PublicFace = {
  id: `tmt_${digits(1)}` as TeammateId,
  name: 'Marta',
  initials: 'M',
}
export const TOM: PublicFace = { id: `tmt_${digits(2)}` as TeammateId, name: 'Tom', initials: 'T' }

export const MARLOW: WidgetConfig = {
  protocol: 1,
  shop: { id: 'demo', name: 'Marlow', language: 'en' },
  theme: { scheme: 'auto' },
  team: [MARTA, TOM],
  suggestedQuestions: {
    general: [
      { en: 'How long is delivery?', de: 'Wie lange dauert der Versand?' },
      { en: 'Can I send it back?' },
    ],
    item: [
      { en: 'Is there any damage?', de: 'Ist etwas beschädigt?' },
      { en: 'How does it fit?' },
      { en: 'Can I send it back?' },
      { en: 'Do you have others like it?' },
    ],
  },
  privacyUrl: 'https://marlow.example/privacy',
}

const PICTURE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 50"><rect width="40" height="50" fill="#ddd1bd"/><path d="M12 12h16l4 30H8z" fill="#7b4b28"/></svg>',
)}`

export const JACKET: Item = {
  code: 'MRL-0412',
  title: 'Corduroy jacket, 1970s',
  status: 'available',
  price: 68,
  currency: 'GBP',
  image: PICTURE,
  url: 'https://marlow.example/items/MRL-0412',
  conditionGrade: 'B+',
  attributes: [{ name: 'Pit to pit', value: '54 cm' }],
}

export const NOTES: PassageReply = {
  id: `psg_${digits(1)}` as PassageId,
  title: 'Notes on MRL-0412',
  place: ['Notes on MRL-0412', 'Condition'],
  text: 'Left cuff: small mend, 1.5 cm, hand-darned in matching thread. Holds well.',
  source: 'inventory.csv',
  url: 'https://marlow.example/items/MRL-0412',
}

export const GRADES: PassageReply = {
  id: `psg_${digits(2)}` as PassageId,
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
