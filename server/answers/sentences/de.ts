import type { Sentences } from './en.ts'

export const sentences: Sentences = {
  notHeld: 'Das steht nicht in den Notizen des Ladens.',
  notInRow: 'Dazu sagen die Notizen zu diesem Stück nichts.',
  available: 'Ja, es ist zu haben.',
  held: 'Es ist zurzeit für jemanden zurückgelegt.',
  heldUntil: (when) => `Es ist bis ${when} für jemanden zurückgelegt.`,
  sold: 'Nein, es ist verkauft.',
  price: (price) => `Es kostet ${price}.`,
  priceWas: (price) => `Es kostete ${price} und ist verkauft.`,
  measured: (parts) => `Gemessen: ${parts}.`,
  nothingNoted: 'Zu Mängeln an diesem Stück ist nichts vermerkt.',
  graded: (grade) => `Der Zustand ist mit ${grade} angegeben.`,
  foundOne: 'Es gibt eines:',
  found: 'Diese kommen dem nahe:',
  noneFound: 'In der Liste der Stücke sehe ich keines.',
  greeting: 'Guten Tag. Was möchten Sie wissen?',
  welcome: 'Gern geschehen.',
  goOn: 'Gut. Fragen Sie gern weiter.',
  noPerson:
    'Ich bin der Assistent des Ladens, kein Mensch. Hinter mir stehen Menschen; sagen Sie, wenn Sie jemanden möchten.',
  status: { available: 'zu haben', held: 'zurückgelegt', sold: 'verkauft' },
}
