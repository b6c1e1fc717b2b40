import { plain } from './read-asks.ts'

const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|marz|mai|juni|juli|oktober|dezember)'
/** Never a bare number: "can I have it for 80" is an offer. */
const DAY = `(?:(?:this|next|diesen|nachsten|este|el|le|den|dem|the|my|her|his) )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|today|weekend|christmas|xmas|birthday|easter|\\d{1,2}(?:st|nd|rd|th)|\\d{1,2}(?:st|nd|rd|th|\\.)? ${MONTH}|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|morgen|heute|wochenende|weihnachten|ostern|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|noel|lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|navidad)(?![\\p{L}\\p{N}])`
const BY = '(?:by|before|in time for|for|on)'
const BIS = '(?:noch )?(?:bis(?: zum?)?|vor|am|zu)'
const PIECE = '(?:it|this|that|them|these|those|one|(?:my|the) (?:order|parcel|package))'

/** A piece or a parcel that should be there on a day. Who comes to the shop on one, or wants a price for one, says something else. */
const BY_A_DAY = [
  `\\b(?:have|get|receive) ${PIECE} (?:here |delivered |posted )?(?:to \\w+ )?${BY} ${DAY}`,
  `\\b${PIECE} (?:will |would |can |could )?(?:arrives?|comes?|be (?:here|there|delivered)|get (?:here|to me)) ${BY} ${DAY}`,
  `\\b(?:arriv\\w+|deliver\\w*)(?: ${PIECE})?(?: here| (?:to|in) \\w+)? (?:by|before|in time for|for) ${DAY}`,
  `\\b(?:by|before) ${DAY}.{0,20} order|\\border\\w*\\b.{0,40} (?:by|before) ${DAY}`,
  `\\b(?:kommt|ist) (?:es|sie|das|mein\\w* \\w+) ${BIS} ${DAY} (?:an|da|hier)\\b`,
  `\\bkommt (?:es|sie|das|mein\\w* \\w+) (?:noch )?(?:bis(?: zum?)?|vor) ${DAY}`,
  `\\b(?:bis(?: zum?)?|vor|zu) ${DAY}\\b.{0,20}\\b(?:da|hier|an|ankommen|liefer\\w*|geliefert|bekomm\\w*|haben)\\b`,
  `\\b(?:bekomme|kriege|habe) ich (?:es|sie|das|ihn) ${BIS} ${DAY}`,
  `\\b(?:arriv\\w*|livr\\w*|recev\\w*|l avoir|l['’]avoir)\\b.{0,20}\\b(?:avant|pour|d ici|d['’]ici) ${DAY}`,
  `\\b(?:llega\\w*|recib\\w*|entreg\\w*|tenerl[oa])\\b.{0,20}\\b(?:antes del?|para) ${DAY}`,
  `\\b(?:me )?llega(?:ra|ria)? el ${DAY}`,
].map((pattern) => new RegExp(pattern, 'u'))
const WHEN =
  /\b(?:when (?:will|would|does|should|can) (?:it|this|my (?:order|parcel|package)|i) (?:come|arrive|get (?:here|it|to me)|be (?:here|delivered)|receive it|expect it)|(?:if i order|order(?:ed|ing)?) (?:it )?(?:today|now|tomorrow)\b.{0,20}\bwhen|wann (?:kommt|bekomme ich|ist) (?:es|das|sie|er|mein\w*)(?: (?:paket|bestellung))?(?: (?:an|da))?(?=\W*$)|wann kommt (?:es|mein\w* \w+)|quand (?:arrive|vais je|est ce que je)\b.{0,20}(?:arriv|recev|colis)\w*|cuando (?:llega|me llega|lo recibo|recibo)\w*)/

/** Whether a question asks for the day on which something arrives: a promise that no content makes. */
export function asksArrival(text: string): boolean {
  const folded = plain(text)
  return BY_A_DAY.some((pattern) => pattern.test(folded)) || WHEN.test(folded)
}
