/** What the assistant says in its own words. The other languages are checked against this one. */
export const sentences = {
  notHeld: 'I don’t have that in the shop’s notes.',
  notInRow: 'The notes on this piece do not say.',
  available: 'Yes, it is available.',
  held: 'It is held for somebody at the moment.',
  heldUntil: (when: string) => `It is held for somebody until ${when}.`,
  sold: 'No, it is sold.',
  price: (price: string) => `It costs ${price}.`,
  priceWas: (price: string) => `It was ${price}, and it is sold.`,
  measured: (parts: string) => `Measured: ${parts}.`,
  nothingNoted: 'Nothing is noted about faults on this piece.',
  graded: (grade: string) => `It is graded ${grade}.`,
  foundOne: 'There is one:',
  found: 'These come close:',
  noneFound: 'I don’t see one in the stock list.',
  greeting: 'Hello. What would you like to know?',
  welcome: 'You are welcome.',
  goOn: 'All right. Ask me anything else.',
  noPerson:
    'I am the shop’s assistant, not a person. People are behind me; say so if you want one.',
  status: { available: 'available', held: 'held', sold: 'sold' },
}

type Widen<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Widen<T[K]>
}
export type Sentences = Widen<typeof sentences>
