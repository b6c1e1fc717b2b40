import { LANGUAGES, type Language } from '../../protocol/language.ts'
import { wordsOf } from './words-of.ts'

/** Words that are frequent in one language and rare in the other three. */
const MARKS: Record<Language, ReadonlySet<string>> = {
  en: words(
    'the and is are of with for this that it you do does have we not any can what how my your from',
  ),
  de: words(
    'der die das und ist sind mit fur nicht ein eine wir sie ich auf von den dem zu im haben kann noch wie',
  ),
  fr: words(
    'le les des est sont avec pour pas une nous vous je dans sur du et au aux ce cette il elle votre avez quelle',
  ),
  es: words(
    'el los las es son con para una no y por del se que nosotros usted tiene esta este cuanto hay como muy',
  ),
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

/** The language that a text's small words speak for; undefined where they speak for none. */
export function detectLanguage(text: string): Language | undefined {
  const found = wordsOf(text.slice(0, 20_000))
  let best: Language | undefined
  let most = 0
  for (const language of LANGUAGES) {
    const count = found.filter((word) => MARKS[language].has(word)).length
    if (count > most) {
      most = count
      best = language
    }
  }
  return best
}
