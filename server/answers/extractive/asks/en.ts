import type { AskWords } from './ask-words.ts'

export const en: AskWords = {
  availability:
    /\b(?:available|in stock|still (?:there|here|for sale|up for|have (?:it|this|that|the|these|those)|got (?:it|this|that|the))|sold(?: yet| already| out)?|(?:is|are) (?:it|this|that|these|they|she) (?:still )?(?:free|gone|taken|reserved|held|on hold|for sale|available)(?! (?:shipping|postage|delivery|returns))|can i (?:still )?(?:buy|get|have|order|purchase) (?:it|this|that|these|the)(?! (?:by|before|for|from|to|in|with|as|on|sent|posted|shipped|delivered|shortened|altered|wrapped|gift|back|cheaper)\b)|did (?:it|this) sell)\b/g,
  heldUntil:
    /\b(?:until when|till when|when (?:will|is|does|would) (?:it|this|that|the hold) (?:be |get |come |go )?(?:free|available|released|back|end|ends|expire|run out|up)(?: again| in stock)*|how long is (?:it|this|that) (?:held|on hold|reserved)|held until|on hold until|reserved until)\b/g,
  price:
    /\b(?:how much(?! (?:does|do) \w+ weigh)(?: (?:is|are|does|do|for|would|s))?(?: (?:it|this|that|these|they|the))?(?: cost)?|what(?:'?s| is| does) (?:it|this|that|the) (?:price|cost)|price|cost|costs|asking for (?:it|this))\b/g,
  size: /\b(?:(?:what|which) size|sizes?|sizing|sized|would (?:it|this|they|these) fit|will (?:it|this|they|these) fit|does (?:it|this) fit|do (?:they|these) fit|fits?)\b/g,
  measurements: /\b(?:measurements?|dimensions?|how (?:big|large)|measures?)\b/g,
  inseam: /\b(?:inseam|inside[- ]leg|inner[- ]leg|leg length)\b/g,
  outseam: /\b(?:outseam|outside[- ]leg)\b/g,
  waist: /\b(?:waist|waistband)\b/g,
  hip: /\bhips?\b/g,
  chest:
    /\b(?:chest|bust|pit[- ]to[- ]pit|p2p|ptp|(?:from )?armpit to armpit|armpits?|underarm)\b/g,
  shoulder: /\b(?:shoulders?)\b/g,
  sleeve: /\b(?:sleeves?|arm length)\b/g,
  rise: /\brise\b/g,
  hem: /\b(?:hem|leg opening)\b/g,
  collar: /\b(?:collar|neck)\b/g,
  heel: /\b(?:heels?)\b/g,
  insole: /\b(?:insoles?)\b/g,
  brim: /\bbrim\b/g,
  strap: /\b(?:strap|handle drop)\b/g,
  diameter: /\b(?:diameter|across)\b/g,
  weight: /\b(?:weigh|weighs|weight|heavy)\b/g,
  length: /\b(?:how long|length)\b/g,
  width: /\b(?:how wide|width|wide)\b/g,
  height: /\b(?:how (?:tall|high)|height|tall)\b/g,
  depth: /\b(?:how deep|depth)\b/g,
  fabric:
    /\b(?:made (?:of|from|out of)|materials?|fabric|cloth|composition|lining (?:is |of |in |made of )*(?:real |pure )?(?:leather|wool|silk|cotton|linen|cashmere|suede|satin|viscose|polyester)|lining|lined|(?:real|genuine|pure|all|100 ?%) (?:leather|wool|silk|cotton|linen|cashmere|suede|fur|gold|silver|brass|wood)|is (?:it|this|that) (?:leather|wool|silk|cotton|linen|cashmere|suede|polyester|synthetic|velvet))\b/g,
  colour: /\b(?:colou?rs?|shade)\b/g,
  era: /\b(?:how old|(?:what|which) (?:year|era|decade|period)|era|decade|when (?:was|were|is) (?:it|this|that|these|they) (?:made|from)|what age|date from)\b/g,
  maker:
    /\b(?:who (?:made|makes|is (?:it|this) by|is the (?:maker|designer))|maker|brand|designer|manufacturer|made by|whats? (?:label|brand)|which (?:label|brand))\b/g,
  condition:
    /\b(?:condition|damaged?|flaws?|faults?|defects?|blemish(?:es)?|(?:any|much|some|of|the|heavy|visible|shows?) wear|wear and tear|^wear|worn|stains?|stained|holes?|tears?|torn|rips?|ripped|marks?|scratch(?:es|ed)?|scuffs?|cracks?|cracked|chips?|chipped|moths?|moth ?holes?|repairs|repaired|mended|wrong with|issues?|grade|graded)\b/g,
  care: /\b(?:wash|washed|washing|washable|(?:in (?:the|a) )?(?:washing )?machine|dry[- ]?clean(?:ed|ing)?|iron|ironed|tumble|care (?:for|instructions)|look after|shrink)\b/g,
  list: /\b(?:(?:do|have) you (?:have|sell|stock|carry|got|do)|have you (?:any|got)|got any|are there any|(?:is|any) there any|^any(?= \S)|show me|find me|looking for|i'?m after|i am after|searching for|what else (?:do|have|is|are)|(?:what|which) \S+(?: \S+)? (?:do you have|have you got|are there|do you sell)|what do you (?:have|sell)|see (?:your|some|all|more)|(?:some|any)thing (?:in|for|under|below|over|from|like|similar|with|else)|recommend|suggest|other \S+ like)\b/g,
  service:
    /\b(?:can|could|do|would|will) you (?:also )?(?:shorten|lengthen|take (?:up|in|it up|it in)|let out|alter|repair|mend|fix|clean|wash|dye|replace)\b|\b(?:best|last|lowest|final|better) price\b|\bprice (?:negotiable|fixed|firm)\b|\b(?:knock|take|get) (?:\S+ ){0,3}off\b|\bcheaper if\b/,
  similar:
    /\b(?:(?:(?:any|some|got any|a few) )?(?:more|others?|ones?|things?|stuff) like (?:this|that|it|these|those)(?: one)?|(?:any|some)thing like (?:this|that|it|these|those)(?: one)?|like (?:this|that|it|these|those)(?: ones?)?|^same(?= )|(?:similar|alike|same (?:one|thing|style|kind|but))(?: (?:to|as) (?:this|that|it|these|those)(?: one)?)?(?: (?:one|thing|style|kind|but))?|(?:have|got|get|do|come|make|any of|^) ?(?:this|it|that|these|those|one)(?: one)? in (?:a |an |another |other |a different |different )?(?:colou?rs?\b)?(?=\s*(?:\S|$))|(?:another|other|different) colou?rs?|^(?:and|or|what about|how about) in (?!stock|store|person|the)|^(?:any )?others?(?: ones)?\W*$)/g,
  another:
    /\b(?:(?:another|a second|one more)(?: one)?(?: (?:of|like) (?:this|that|these|those|them|it))?(?= (?:in|available|anywhere)\b|\W*$)|(?:any )?more of (?:these|those|them|this|it)|another one(?: of (?:these|those|them))?|(?:another|other|different) sizes?|(?:it|this|these) in (?:another|other|different|a different) sizes?)/g,
  otherOne:
    /^(?:no |not (?:this|that) one |i (?:mean|meant) )*(?:the other(?: one)?|not (?:this|that) one)\W*$/,
  others: /\b(?:else|others?|another)\b/,
  compare:
    /\b(?:(?:what'?s |what is )?(?:the )?diff?ere?nces? between(?: the two)?|how (?:do|does|is|are) .{1,40} differ(?:ent)?(?: from)?|compared?(?: (?:to|with))?(?: the two)?|(?:which|what)(?: one)?(?: of (?:them|these|the two))?(?=.{0,40}\b(?:is|are) (?:the )?(?:bigger|smaller|larger|longer|shorter|wider|cheaper|older|newer|better)\b)|(?:is|are) (?:the )?(?:bigger|smaller|larger|longer|shorter|wider|cheaper|older|newer|better)(?=\W*$|, | out of| of ))/g,
  cheaper:
    /\b(?:(?:any(?:thing)?|some(?:thing)?|ones?|got|have|you|but|and) (?:\w+ )?(?:cheaper|less expensive)(?: ones?| than (?:this|that|it))?|(?:cheaper|less expensive) (?:ones?|version|alternatives?|options?))(?! if\b)/g,
  bigger:
    /\b(?:in )?(?:a |the )?(?:next )?(?:bigger|larger)(?: sizes?| ones?| version)?\b|\b(?:a |the next )?size (?:up|bigger|larger)\b/g,
  smaller:
    /\b(?:in )?(?:a |the )?smaller(?: sizes?| ones?| version)?\b|\b(?:a |the next )?size (?:down|smaller)\b/g,
  pointing: /\b(?:it|its|this|that|these|those|they|them|the one|she)\b/,
  opening:
    /^(?:and |also |but |then |so )*(?:can|could|do|does|did|is|are|was|were|what|whats|what's|how|hows|when|where|wheres|who|whos|which|why|will|would|have|has|any|may|should|if)\b/,
  joining: /\s+(?:and also|and|also|but|plus)\s+|\s*,\s*(?:and\s+|also\s+)?/,
  greeting:
    /^(?:hi|hiya|hey|hello|good (?:morning|afternoon|evening|day)|howdy|yo)(?: (?:there|again|all|everyone|team))*$/,
  thanks:
    /^(?:(?:ok|okay|great|perfect|lovely|brilliant|cool|wonderful|super|nice|good|amazing|cheers|ta|thanks?|thx|ty|thank you|many thanks|got it|very|so|much|a lot|for (?:that|your help|the help)|that'?s (?:great|all|perfect|helpful)|bye|goodbye|see you|no worries|awesome|you)\s*)+$/,
  atMost:
    /\b(?:under|below|less than|up to|at most|max(?:imum)?(?: of)?|cheaper than|no more than|within|budget(?: of| is)?)\b/,
  atLeast: /\b(?:over|above|more than|at least|min(?:imum)?(?: of)?|from)\b/,
  around: /\b(?:for )?(?:around|about|roughly|approximately|approx)\b/,
}
