import { wordSet } from '../phrase.ts'
import { phraseList } from './phrase-list.ts'

const ONE = 'someone somebody anyone anybody'
const HUMAN = 'human person agent operator representative rep manager supervisor advisor adviser'

export const en = phraseList({
  sets: {
    talk: wordSet('talk speak chat talking speaking chatting'),
    talkFirm: wordSet('talk speak chat'),
    reach: wordSet('contact contacting reach reaching'),
    to: wordSet('to with ot'),
    one: wordSet(ONE),
    /** Who may be wanted without a word of talking. */
    human: wordSet(HUMAN),
    /** Who may be talked to. */
    person: wordSet(
      `${ONE} ${HUMAN} humans agents assistant boss owner staff employee colleague colleagues specialist
       expert consultant worker clerk seller salesperson shopkeeper reception team member`,
    ),
    a: wordSet('a an the another your some any one'),
    softly: wordSet('please just directly maybe quickly also'),
    real: wordSet(
      `real live living actual human normal proper different bloody fucking damn goddamn breathing
       flesh and blood non robotic customer service support sales`,
    ),
    service: wordSet('service services support care'),
    want: wordSet('want wanna need require demand prefer'),
    get: wordSet('get fetch bring find send give gimme pass call'),
    hand: wordSet('transfer connect put pass hand forward redirect switch escalate route'),
    may: wordSet('can could may might let must want wanna need like prefer rather gotta have'),
    help: wordSet('help talk speak call assist answer explain chat contact reply respond'),
    goesOn: wordSet(
      `$ please now not instead right immediately asap or and who that for about here because rather
       thanks thank already then again directly`,
    ),
    isThere: wordSet('is are there their theres'),
    machine: wordSet(
      'bot bots chatbot robot robots machine machines computer ai algorithm software',
    ),
    self: wordSet(
      `you u ya me us myself yourself it this that these those them him her a an the my our his their
       each about bot bots chatbot robot ai machine`,
    ),
    no: wordSet('no nope nah nay'),
    dont: wordSet('dont didnt doesnt wont wouldnt neednt shouldnt not never without'),
    be: wordSet('am are is was were be been im youre being'),
  },
  misspelt: ['talk', 'reach', 'to', 'human', 'one'],
  notMisspelt: wordSet(
    `arent argent avent contacts contract contracts contracting compact contrast content manage managed
     manages manger advise advised advisory humane persona persons parson pearson someones talks taking
     tanking sneak sneaking steak speck spear speaks chanting teaching react teach`,
  ),
  asks: [
    '{talk} directly|live|now|please|instead|again? {to} ..3 {person}',
    '{talk} {to} ..1 customer {service}',
    '{reach} ..3 {person}',
    '{reach} ..1 customer {service}',
    'get hold|ahold of ..2 {person}',
    'get in touch with ..2 {person}',
    'put|get me|us in touch|contact with',
    // Any other partner, once the shopper says that it is they who want to talk.
    '{may} i|me|we|to {softly}? {talkFirm} directly? {to} the|your|another !{machine}',
    '{may} i|me|we|to {softly}? {talkFirm} directly? {to} one|some of your',
    '{may} i|me|we|to {softly}? {talkFirm} directly? {to} !{self} {goesOn}',
    'who|whom can|could|do|should|must i|we {talkFirm} {to} $|please|now|directly|instead',
    'have|having a word|chat|talk with !{self}',
    'have|having a word|chat|talk with a|the|your|one|some !{machine}',
    // Being put through.
    '{hand} me|us on|over|back? {to} ..2 {person}',
    'connect me|us {to} !phone|handset|wifi|app',
    'transfer me|us {to}|$|please|now|over',
    'put me|us through',
    '{hand} me|us ..1 {real}? {person} {goesOn}',
    'transfer|escalate this? to {a}? {real}? {real}? {human}',
    'direct|refer me|us to ..1 {person}',
    'transfer|direct to me ..2 {person}',
    // Wanting or fetching one.
    '{want} to? have|get|see? {a}? {real}? {real}? {human} {goesOn}',
    'id|would|wed like to? have|get|see? {a}? {real}? {real}? {human} {goesOn}',
    '{want} real|live|actual {one} {goesOn}',
    '{want} {one} to|who {help}',
    'id|would|wed like {one} to {help}',
    '{want} {one} real|human|else {goesOn}',
    '{get} me|us? {a}? {real}? {real}? {human} {goesOn}',
    '{get} me|us? {one} $|please|now|else|human|real|here',
    '{get} me|us? {one} to {help}',
    '{get} me|us? to {one} else',
    '{want}|like a|some|the? human|live|manual|personal customer? help|assistance|{service}|contact|chat',
    '{want} a|the? customer {service}',
    'put|bring {a} {real}? {human} on',
    // Being called.
    'can|could|would|will|may|should|have|let|get|when|ask ..1 {one}|person|human|agent|colleague please? to? call|ring|phone|contact|telephone me|us',
    'can|could|would|will one|some of your|the ..1 please? call|ring|phone|contact|answer|help|look',
    'can|could|would|will|please you? call|ring|phone me|us back',
    'request|want|need|arrange|book|like a call ..1 back|callback',
    // Letting one answer.
    'can|could|let|have|want|may a|an|another|one {real}? human|person|agent|colleague please? answer|help|reply|respond|assist|confirm|join',
    'can|could|let|have|want|may a|an|another|one {real}? human|person|agent|colleague please? look|take|check at|into|over|this|it|that',
    'can|could {one} else please? help|look|take|check|answer|assist',
    // Is there one?
    '{isThere} {isThere} a|an|any|some|still? {real}? {real}? human|humans|person|agent|agents|operator|rep|staff $|here|there|available|around|online|i|we|else',
    '{isThere} {isThere} a|an|any|some {real}? {real}? human|person|agent|operator|rep who|that|to can|could? help|talk|speak|answer|assist|call|explain',
    '{isThere} {isThere} {one} $|here|there|available|around|online|i|we|to|else|real|human',
    '{isThere} {isThere} {one} who|that can|could help|talk|speak|answer|assist|call|explain',
    '^ hello|hi|hey {one} $',
    '^ hello|hi|hey? {one} here|there|around|home|available|online $',
    'is {one} there|around|home|available|online $',
    // Away from the machine.
    '{dont}|stop|no|hate|tired|sick of? want|wanna|like|wish? to? {talk}|deal|dealing|waste|wasting ..2 {to} ..2 {machine}',
    '{dont}|stop want|wanna|like? to? {talk} {to} you|u $|anymore|again',
    '^ no|not|enough|stop a|an|of|the|this|with|more? {machine} $|please',
  ],
  asksAlone: [
    '^ human|humans|agent|agents|operator|representative|rep|person|manager|supervisor|someone|somebody|staff|support|helpdesk $',
    '^ help desk $',
    '^ {real} {real}? human|agent|operator|representative|rep|person|being $',
    '^ real|live|actual|human one $',
    '^ human|live|real|personal help|chat|support|assistance|service $',
    '^ customer {service} representative|rep|agent|department|team? $',
    '^ human being $',
    '^ live|video chat $',
    '^ member of staff $',
    '^ need|want|get|contact|call|talk|speak to|with? support|staff|customer|agent|human|operator {service}? $',
    '^ call me back? $',
    '^ phone|ring me $',
    '^ callback $',
    '^ someone|somebody|anyone|person from|at|in your? shop|store|team $',
    '^ anyone|anybody|someone|somebody there $',
  ],
  refuses: [
    '{dont} really|actually|even|yet|necessarily|currently|ever? {want}|wish|care|bother|going|try|let? me|us|you|to? {want}? to?',
    '{dont} think|believe i|we {want}? to?',
    '{dont} have to|any',
    'no need to|for|of a|an|any?',
    'not necessary|needed|required to|for?',
    'without having|needing? to? a|an|any?',
    'instead|afraid|scared of having|to?',
    'rather not|than have|to?',
    'stop|avoid|hate trying|having? to?',
  ],
  mentions: [
    '^ do|does|did|will|would|must|should|shall i|we|you|they|one|it|this|that {want}|have|must|like? to? me|us? to?',
    'if|unless|before|until|after i|we|you have|need|had|ever? to?',
    '{be} i|you|we|they|just|also|already|still|not|now? just|really|actually|even|still?',
    '^|do|did|will|have|when|if|that|because you|u|we|they|he|she',
    'friend|wife|husband|people|always|usually',
    'when i|we|you',
    'how do|to you|people|they',
  ],
  asksWhether: [
    'are|r you|u|ya just|actually|really|even|not? a|an|the? {real}? human|person|bot|chatbot|robot|machine|computer|ai|automated|program',
    'are|r you|u|ya even|really? real|live|alive $',
    '{be} i|we still|now|just|really|actually? {talk}|dealing|texting|messaging {to} ..3 human|person|someone|somebody|bot|chatbot|robot|machine|computer|ai|real|agent|operator|assistant',
    'is this|that|it|there just|really? a|an|the? {real}? human|bot|chatbot|robot|ai|automated',
    'is this|that|it just|really|actually? a machine|computer $|or|answering|talking|writing',
    'is this|that a|an {real} person',
    'do i {talk} {to} ..2 human|person|bot|robot|machine|ai',
    'who|what am i {talk} {to}',
    'you|u are|re not? a? {real}? human|person|bot|robot|machine|ai',
    'youre not? a? {real}? human|person|bot|robot|machine|ai',
    'human or ..2 {machine}',
    'person or ..2 {machine}',
    'bot or ..2 human|person',
    'am|are i|you|u|we {talk} {to}? ..2 {machine}|human|person',
  ],
  declines: [
    '^ {no} {no}? $',
    '^ {no} thanks|thankyou|thx|ty $',
    '^ {no} thank you|u $',
    '^ {no}? no need|worries|problem|thanks $',
    '^ {no}? not now|yet|necessary|needed|required|really|today|interested $',
    '^ {no}? go on|ahead $',
    '^ {no}? just|lets? carry on $',
    '^ {no}? just|lets? keep going $',
    '^ {no}? just|lets? continue $',
    '^ {no}? its|thats|im|it|that|i is|am? all? ok|okay|fine|good|alright|great|enough thanks? $',
    '^ {no}? that|it|this wont|isnt|is|not be|not? necessary|needed|required $',
    '^ {no}? i? {dont} bother|worry|want|need to|it|that|one|anyone|anybody|this? $',
    '^ {no}? you can|could answer|help|do|tell|try ..2 $',
    '^ {no}? ill|i will|can|could? wait|manage|think|look ..3 $',
    '^ maybe|perhaps later|not $',
    '^ another time $',
    '^ never mind $',
    '^ nevermind $',
    '^ forget|skip|leave it|that $',
    '^ i|id would? rather|prefer not to? $',
  ],
  polite: wordSet(
    `please pls plz hi hello hey ok okay well now thanks thank you sir madam just so yes yeah a an the i
     can could get me want need to would like immediately asap urgently right so um uh hmm`,
  ),
})
