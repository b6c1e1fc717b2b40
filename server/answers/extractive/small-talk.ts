import type { Language } from '../../../protocol/language.ts'
import { asksWhetherPerson } from '../../escalation/asks-whether-person.ts'
import { declines } from '../../escalation/declines.ts'
import { fold } from '../../search/fold.ts'
import { sentencesFor } from '../sentences/sentences-for.ts'

const GREETING =
  /^(hi|hello|hey|good (morning|afternoon|evening|day)|hallo|hi there|hello there|guten (tag|morgen|abend)|moin|servus|bonjour|bonsoir|salut|hola|buenos dias|buenas( tardes| noches)?)$/
const THANKS =
  /^(ok(ay)? |great |perfect |super )?(thanks?|thank you|thx|cheers|ta|danke( schon| sehr)?|vielen dank|merci( beaucoup| bien)?|(muchas )?gracias)( (so |very )?much| a lot| for (your|the) help| that s (all|great))?$/
const ASSENT =
  /^(ok|okay|alright|all right|fine|great|perfect|good|super|gut|alles klar|d accord|tres bien|vale|perfecto|bien)$/

/** The assistant's own reply to what is no question about the shop; undefined for everything else. */
export function smallTalk(text: string, language: Language): string | undefined {
  const own = sentencesFor(language)
  const folded = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (GREETING.test(folded)) return own.greeting
  if (THANKS.test(folded)) return own.welcome
  if (ASSENT.test(folded) || declines(text, language)) return own.goOn
  return asksWhetherPerson(text, language) ? own.noPerson : undefined
}
