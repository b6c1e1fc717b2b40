import type { WidgetConfig } from '../../protocol/api.ts'
import type { PublicFace } from '../../protocol/authors.ts'
import type { Item } from '../../protocol/items.ts'

/** Who answers in every scripted shop. */
export const MARTA: PublicFace = {
  id: `tmt_${'marta'.padStart(26, '0')}`,
  name: 'Marta',
  initials: 'M',
}

/** A drawn piece of clothing, as a picture that needs no request. */
export function pictureOf(colour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" fill="#E3DED3"/><path d="M34 20 20 27l-7 57h70l-7-57-14-7-14 8z" fill="${colour}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** The piece that the scripted conversations are about. */
export const JACKET: Item = {
  code: 'MRL-0412',
  title: 'Corduroy jacket, 1970s',
  status: 'available',
  price: 68,
  currency: 'GBP',
  image: pictureOf('#7B4B28'),
  url: 'https://marlow.example/items/MRL-0412',
  conditionGrade: 'B+',
  attributes: [
    { name: 'measurements', value: 'pit to pit 58 cm; length 78 cm; sleeve 63 cm; shoulder 49 cm' },
    { name: 'fabric', value: 'Cotton corduroy' },
    { name: 'condition_notes', value: 'Left cuff: small mend, 1.5 cm. Worn at the hem.' },
    { name: 'lining', value: '' },
  ],
}

export const MARLOW: WidgetConfig = {
  protocol: 1,
  shop: { id: 'demo', name: 'Marlow', language: 'en' },
  theme: { scheme: 'auto' },
  team: [
    { name: MARTA.name, initials: MARTA.initials },
    { name: 'Tom', initials: 'T' },
  ],
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
