import type { Language } from '../../protocol/language.ts'
import { editDistance } from './correct-word.ts'

/**
 * Words that carry no meaning of their own, by language: German "hat" is none in English, where it is a hat.
 * Not "only", "under", "without", "not": they change what is asked.
 */
const FUNCTION_WORDS: Record<Language, string> = {
  en: `
a an the this that these those it its itself he she they them their there i im ive id you youre your yours u ur
we our us me my mine one ones some any something anything someone anyone thing things everything everyone everybody nobody anybody somebody
is isnt are arent am was wasnt were be been being do does doesnt dont did didnt done have has had having
havent hasnt hadnt ive thats theres heres youve weve theyre else other others another
can cant could couldnt would wouldnt will wont shall should may might must lets let
of to in on at by for from with about into onto off as than then so if or and but also too very just
what whats which who whos whose whom where wheres when whens why how hows
`,
  de: `
der die das den dem des ein eine einen einem einer eines und oder aber auch es er sie wir ihr ihre ihren euch
ich mir mich dir dich uns man ist sind war waren sein bin hat habt haben habe hatte wird werden wurde kann konnen
konnte soll mit von vom zu zum zur im am um an auf aus bei bis fur nach uber so dann wenn als wie was wer wo
wann warum welche welcher welches wieviel diese dieser dieses diesem dieses dort da noch nur denn mal euer eure
in ob ihm ihn ihnen mein meine meinen dein deine euren eurem etwas irgendwas irgend irgendein irgendeine einige kein keine mehr doch ja nein am sich
andere anderen anderer anderes anderem anders sonst solche solchen solcher solches
`,
  fr: `
le la les un une des du de et ou mais aussi il elle ils elles on nous vous je tu moi toi lui leur ce cet cette
ces cela ca est sont etait etre suis ai avez avons ont peut peux pouvez puis dans sur pour par avec en au aux
que quoi qui quel quelle quels quelles comment combien quand pourquoi votre vos mon ma mes son sa ses ne pas y
a t at ils se si etes sommes ait avait notre nos leurs chez quelque quelques chose autre autres
`,
  es: `
el los las unos unas del al e o pero tambien yo usted ustedes lo se su sus mi mis este esta estos estas
eso esto es son era ser estan estoy tiene tienen tengo hay puede puedo pueden con por para sobre como cuanto
cuanta cuando donde quien cual cuales si
de la le les que una un y en a no me te nos ni sin ya ha han he muy mas esa ese esos esas demas algo algun alguna algunos algunas otro otra otros otras les vuestro vuestra
`,
}

/** What people say around a question. */
const CHAT_WORDS = `
hi hello hey hallo bonjour hola salut please pls plz thanks thank thx cheers bitte danke merci gracias sorry
tell know wondering wonder ask asks asked asking answer answers question questions curious maybe perhaps nearby really actually quick ok okay
possible possibly hope moin guten tag abend morgen gibt gibts favor
`

/** General verbs and adjectives: they may decide between two passages, and never make a question answerable. */
const LIGHT_WORDS = `
get got getting give gives go goes going come comes coming take takes taking put puts make makes making
want wants wanted need needs needed like likes look looking looks see say says said show find use used using
happen happens happened work works buy buying sell selling sold
recommend suggest searching after stock carry ideas idea
shop store site website piece pieces item items order orders people day days time today tomorrow yesterday
large bigger larger smaller cheaper older newer longer shorter wider higher lower
fit fits fitting suit suits good better best nice great new old much many more most lot long big small same similar alike still yet already
first second third last long kind sort type way bit policy policies rules info information details two both each every all here now currently ever usually allowed
near close expensive cheap stuff bits newest latest oldest lovely cool week month year
one two three four five six seven eight nine ten eleven twelve dozen pair couple
zwei drei vier funf sechs sieben acht neun zehn paar deux trois quatre cinq sept huit neuf dix dos tres cuatro cinco siete ocho nueve diez
mum mom mother mothers dad father wife husband partner girlfriend boyfriend friend friends daughter sister brother
gran grandma grandmother grandad grandfather nan aunt uncle birthday
mutter vater freund freundin tochter schwester bruder oma opa geburtstag ahnlich ahnliche ahnliches
lang lange langer kommt kommen dauert dauern braucht brauchen bekomme bekommt kriege nehmt nehmen habe hatte arrive arrivent prend prennent
tarda tardan llega llegan
brauche mochte mochten will suche finde gehen geht machen gut besser neu alt viel viele mehr laden stuck artikel
temps tiempo
veux voudrais voulez cherche faire fait bon mieux neuf beaucoup plus article piece boutique magasin encore
quiero quisiera busco hacer hace bueno mejor nuevo mucho mas articulo pieza tienda todavia
`

const LIGHT = 0.25
/** A size, a price, a count: seldom what a question is about. */
const SMALL_NUMBER = /^\d{1,3}(?:\.\d+)?$/

const wordSet = (text: string) => new Set(text.split(/\s+/).filter((word) => word !== ''))
const functionWords: Record<Language, ReadonlySet<string>> = {
  en: wordSet(FUNCTION_WORDS.en),
  de: wordSet(FUNCTION_WORDS.de),
  fr: wordSet(FUNCTION_WORDS.fr),
  es: wordSet(FUNCTION_WORDS.es),
}
const chatWords = wordSet(CHAT_WORDS)
const lightWords = wordSet(LIGHT_WORDS)

const SLIPS_FROM = 5

/** Whether a word is a function word of five letters or more with a letter missing, doubled or swapped: "dosnt". */
export function isSlipOfFunctionWord(word: string, language: Language): boolean {
  if (word.length < SLIPS_FROM) return false
  const letters = (text: string) => [...text].sort().join('')
  for (const meant of functionWords[language]) {
    if (meant.length < SLIPS_FROM || editDistance(word, meant, 1) !== 1) continue
    // A letter changed makes another word: "shell" is not "shall".
    if (meant.length !== word.length || letters(meant) === letters(word)) return true
  }
  return false
}

export function isFunctionWord(word: string, language: Language): boolean {
  return functionWords[language].has(word)
}

/** 0 for function words and chat filler, 0.25 for general words, 1 for the words that a question is about. */
export function wordWeight(word: string, language: Language): number {
  if (functionWords[language].has(word) || chatWords.has(word)) return 0
  return lightWords.has(word) || SMALL_NUMBER.test(word) ? LIGHT : 1
}
