import { plain } from './read-asks.ts'

const DAY =
  '(?:(?:this|next|diesen|nachsten|este|el|le|den|dem|the) )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|tonight|today|(?:the )?weekend|christmas|xmas|(?:my |her |his )?birthday|easter|\\d{1,2}(?:st|nd|rd|th|\\.)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|morgen|heute|(?:zum |dem )?wochenende|weihnachten|ostern|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|noel|lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|navidad)'
const GETS =
  '(?:have|get|got|receive|arrives?|comes?|be|here|delivered|to me|kommt?|bekomm\\w*|habe|da|ankommen|liefer\\w*|geliefert|avoir|recevoir|arrive\\w*|livre\\w*|llega\\w*|recib\\w*|tener\\w*|tenga)'
const BY =
  '(?:by|before|in time for|on|for|bis(?: zum)?|vor|am|zu|pour|avant|d ici|para|antes del?|el)'

/** A piece or a parcel that should be there on a day: "have it by saturday", "kommt es bis Freitag an". */
const BY_A_DAY = new RegExp(`\\b${GETS}\\b[^?.!]{0,30}?\\b${BY} ${DAY}(?![\\p{L}\\p{N}])`, 'u')
const WHEN =
  /\b(?:when (?:will|would|does|should|can) (?:it|this|my (?:order|parcel|package)|i) (?:come|arrive|get (?:here|it|to me)|be (?:here|delivered)|receive it|expect it)|(?:if i order|order(?:ed|ing)?) (?:it )?(?:today|now|tomorrow)\b.{0,20}\bwhen|wann (?:kommt|bekomme ich|ist) (?:es|das|sie|er|mein\w*)(?: (?:paket|bestellung))?(?: (?:an|da))?(?=\W*$)|wann kommt (?:es|mein\w* \w+)|quand (?:arrive|vais je|est ce que je)\b.{0,20}(?:arriv|recev|colis)\w*|cuando (?:llega|me llega|lo recibo|recibo)\w*)/

/** Whether a question asks for the day on which something arrives: a promise that no content makes. */
export function asksArrival(text: string): boolean {
  const folded = plain(text)
  return BY_A_DAY.test(folded) || WHEN.test(folded)
}
