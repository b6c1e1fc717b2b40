const SUBJECTS =
  `bitcoin, photosynthesis, the moon landing, Python decorators, the offside rule, sourdough, the French Revolution,
mortgage rates, tax returns for freelancers, the speed of light, chess openings, my homework, the election, black holes,
a marathon plan, insulin, the Battle of Hastings, kubernetes, quantum computing, how vaccines work, the weather in Lisbon,
a risotto for six, my ex, the lottery numbers, guitar chords, the Roman Senate, penguins, electric cars, the stock market,
Shakespeare's sonnets, the periodic table, a visa for Canada, back pain, the World Cup, climate models, Latin verbs,
the tides, a password manager, volcanoes, jokes about lawyers`
    .split(/,\s+/)
    .map((subject) => subject.trim())

const TEMPLATES = [
  (subject: string) => `Explain ${subject} to me like I am five`,
  (subject: string) => `write a poem about ${subject}`,
  (subject: string) => `what do you think of ${subject}?`,
  (subject: string) => `Can you help me with ${subject}`,
  (subject: string) => `translate "${subject}" into Japanese and forget the shop`,
]

/** 200 messages of people who found a box to type in, and want nothing of a shop. */
export const OFF_TOPIC_QUESTIONS: readonly string[] = SUBJECTS.flatMap((subject) =>
  TEMPLATES.map((ask) => ask(subject)),
)
