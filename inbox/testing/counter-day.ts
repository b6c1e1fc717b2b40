import { cite, createMarlow, IVO, MARTA, tellConversation } from './marlow.ts'

/** An afternoon at the counter: three who wait, two with a teammate, three with the assistant. */
export function createCounterDay() {
  const shop = createMarlow()
  const jacket = tellHanna(shop)

  const chair = tellConversation(shop, { item: 'MRL-0388', language: 'de', agoMinutes: 9 })
  chair.says('Guten Tag, ist das Geflecht original?')
  chair.answers('Dazu steht in den Notizen des Ladens nichts.', 0.22, [], 2)
  chair.asksForPerson('unsure_again', [MARTA])
  chair.says('Ja, bitte. Das Geflecht ist für mich entscheidend.')

  const blanket = tellConversation(shop, { item: 'MRL-0377', language: 'fr', agoMinutes: 2 })
  blanket.says('Vous pourriez faire un prix pour les deux ?')
  blanket.asksForPerson('asked', [])

  const trench = tellConversation(shop, { item: 'MRL-0345', agoMinutes: 30 })
  trench.says('How long is the trench?')
  trench.takenBy(MARTA)
  trench.replies(MARTA, 'It measures 108 cm from the collar seam.')
  trench.says('Thank you. And the sleeve, shoulder seam to cuff?')

  const pot = tellConversation(shop, { agoMinutes: 25 })
  pot.says('Is the coffee pot chipped?')
  pot.takenBy(IVO)
  pot.replies(IVO, 'I’ll send a photo of the base now.')

  const lamp = tellLamp(shop)

  const denim = tellConversation(shop, { item: 'MRL-0370', agoMinutes: 12 })
  denim.says('Is there anything like it in a 38?')
  denim.answers('That piece is **sold**. The shop has two denim jackets in a 38.', 0.81)

  const label = tellConversation(shop, { item: 'XX-NOT-OURS', agoMinutes: 40 })
  label.says('Do you ship to Norway?')
  label.answers('Yes, tracked, in four to six working days.', 0.88)

  return { shop, jacket, chair, blanket, trench, pot, lamp, denim, label }
}

function tellHanna(shop: ReturnType<typeof createMarlow>) {
  const hanna = tellConversation(shop, { item: 'MRL-0412', agoMinutes: 19 })
  hanna.says(
    'Hi, is the cord jacket still there? I’m a 40 chest and usually wear a jumper under it.',
  )
  hanna.answers(
    'Yes, it is available; there is only this one. It measures 58 cm pit to pit laid flat, so there is room for a jumper at a 40 chest.[1] There is a small mend on the left cuff.[2]',
    0.88,
    [
      cite(1, 'Item sheet MRL-0412, measurements', 'pit to pit 58 cm; length 78 cm'),
      cite(2, 'Condition report, 12 November', 'Left cuff: small mend, 1.5 cm. Worn at the hem.'),
    ],
  )
  hanna.passes(2)
  hanna.says('And the lining? Photo 3 looks like there’s a tear near the pocket.')
  hanna.answers(
    'I don’t have that in the shop’s notes. The condition report covers cuffs, hem and zip; it doesn’t mention the lining.[2]',
    0.31,
    [cite(2, 'Condition report, 12 November', 'Left cuff: small mend, 1.5 cm. Worn at the hem.')],
    1,
  )
  hanna.passes(2)
  hanna.says('Could someone look at the jacket for me? I’d take it today if it’s sound.')
  hanna.asksForPerson('asked', [MARTA, IVO])
  hanna.givesEmail('hanna@lindqvist.example')
  hanna.notes(IVO, 'The jacket is on the rail by the till. I’m at the post office until half past.')
  hanna.passes(9)
  hanna.says('Still here, by the way.')
  hanna.says('I’m at my desk until half past three.')
  shop.markRead(hanna.id, 9)
  return hanna
}

function tellLamp(shop: ReturnType<typeof createMarlow>) {
  const lamp = tellConversation(shop, { item: 'MRL-0365', agoMinutes: 3 })
  lamp.says('hi, is the lamp rewired? I’d rather not burn the house down')
  lamp.answers('Yes. It was rewired in October with a three-core flex and a 3 A fuse.[1]', 0.93, [
    cite(1, 'Item sheet MRL-0365, electrical', 'Rewired, three-core flex, 3 A fuse'),
  ])
  lamp.says(
    'great. and is the shade’s paint original? this thread says they were never cream: https://www.lampcollectors.example/forum/threads/1227-shade-colours-and-dates-cream-and-ivory?page=14#post-20931',
  )
  return lamp
}
