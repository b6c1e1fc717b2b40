import type { Language } from '../../../protocol/language.ts'
import { asksWhetherPerson } from '../../escalation/asks-whether-person.ts'
import { declines } from '../../escalation/declines.ts'
import { sentencesFor } from '../sentences/sentences-for.ts'
import { ALL_ASK_WORDS } from './asks/words-for.ts'
import { plain } from './read-asks.ts'

const ASSENT =
  /^(ok|okay|alright|all right|fine|great|perfect|good|super|gut|alles klar|d accord|tres bien|vale|perfecto|bien|bye|tschuss|au revoir|adios)$/
const HOW_ARE_YOU =
  /^(?:hi |hello |hey |hallo |bonjour |salut |hola )?(?:how are you(?: doing)?(?: today)?|how s it going|wie geht s(?: dir| ihnen)?|wie geht es (?:dir|ihnen)|ca va|comment (?:ca va|allez vous)|que tal|como (?:estas|esta|estan))$/

/** The assistant's own reply to what is no question about the shop; undefined for everything else. */
export function smallTalk(text: string, language: Language): string | undefined {
  const own = sentencesFor(language)
  const said = plain(text)
    .replace(/[^\p{L}\p{N}' -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const words = said.replace(/[' -]+/g, ' ')
  if (said === '') return /\p{Extended_Pictographic}/u.test(text) ? own.goOn : undefined
  if (HOW_ARE_YOU.test(words) || ALL_ASK_WORDS.some(({ greeting }) => greeting.test(said))) {
    return own.greeting
  }
  if (ASSENT.test(words)) return own.goOn
  if (ALL_ASK_WORDS.some(({ thanks }) => thanks.test(said))) return own.welcome
  if (declines(text, language)) return own.goOn
  return asksWhetherPerson(text, language) ? own.whoAnswers : undefined
}
