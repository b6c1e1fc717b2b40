import { wordSet } from '../phrase.ts'
import { phraseList } from './phrase-list.ts'

export const de = phraseList({
  sets: {
    talk: wordSet('sprechen reden chatten telefonieren schreiben unterhalten quatschen'),
    talkFirm: wordSet('sprechen reden unterhalten'),
    person: wordSet(
      `mensch menschen person jemand jemanden jemandem mitarbeiter mitarbeiterin mitarbeitern
       mitarbeitenden berater beraterin kundenberater kundenberaterin kundenservice kundendienst
       kundenbetreuung kundenbetreuer support chef chefin inhaber inhaberin verkaufer verkauferin
       ansprechpartner ansprechpartnerin ansprechperson kollege kollegen kollegin team agent agenten
       agentin operator vorgesetzten personal filialleiter geschaftsfuhrer verantwortlichen service`,
    ),
    human: wordSet(
      `mensch menschen person mitarbeiter mitarbeiterin berater beraterin kundenberater kundenservice
       kundendienst ansprechpartner ansprechpartnerin ansprechperson agent agenten agentin operator`,
    ),
    one: wordSet('jemand jemanden jemandem'),
    a: wordSet(
      'ein eine einen einem einer der die den dem das ihr ihre ihren ihrem euer eure euren eurem irgend',
    ),
    real: wordSet(
      `echt echte echten echter echtem richtig richtige richtigen richtiger richtigem wirklich
       wirklichen lebendig lebendige lebendigen menschlich menschliche menschlichen menschlicher real
       reale realen anderen andere andern leibhaftigen`,
    ),
    i: wordSet('ich wir mich mir uns'),
    want: wordSet(
      `will wollen mochte moechte mochten moechten wurde wuerde brauche brauchen benotige benoetige
       hatte haette verlange suche wunsche`,
    ),
    may: wordSet(
      `kann konnte koennte darf durfte duerfte will mochte moechte wurde wuerde lass lassen wollte
       kannst konnen konnten koennen koennten`,
    ),
    help: wordSet(
      'helfen antworten anrufen sprechen weiterhelfen zuruckrufen zurueckrufen kontaktieren beraten',
    ),
    goesOn: wordSet(
      '$ bitte jetzt sofort haben und oder der die den dem nicht sprechen gern gerne statt direkt hier',
    ),
    machine: wordSet(
      'bot bots chatbot roboter robo maschine maschinen computer ki automaten automat programm',
    ),
    self: wordSet('dir ihnen euch mir uns mich sich ihm ihr'),
    nein: wordSet('nein ne nee noe no'),
    no: wordSet(
      'nicht nie niemals kein keine keinen keinem keiner ohne niemand niemanden niemandem',
    ),
  },
  misspelt: ['talk', 'human', 'one'],
  notMisspelt: wordSet(
    `spreche spricht sprachen sprichen rede redet regen reben schreibe schreien unterhalte persons
     personen persona agents arent avent operators beater services supports menschlich menschheit`,
  ),
  asks: [
    'mit|zu {a}|irgend? {real}? {real}? {person} ..3 {talk}',
    '{talk} ..1 mit {a}? {real}? {real}? {person}',
    'mit {one} ..4 {talk}',
    '{may} ich|wir ..2 mit !{self} {talkFirm}',
    '{may} ich|wir ..2 mit der|dem|den|einer|einem|ihrer|ihrem|eurer|eurem !{machine} {talkFirm}',
    '{want} {i}? bitte|gern|gerne|lieber|endlich? mit !{self} {talkFirm}',
    '{a} {real} mensch|menschen|person|mitarbeiter|mitarbeiterin|berater sprechen|erreichen|kontaktieren',
    '{one} ..3 sprechen|erreichen $',
    '{a} {person} sprechen|erreichen|kontaktieren',
    '{want} {i}? bitte|gern|gerne|jetzt|endlich|lieber|sofort? {a}? {real}? {real}? {human} {goesOn}',
    '{want} {i}? {one} der|zum ..4 {help}',
    '{want} {i}? ..1 menschliche|personliche|personlichen|menschlichen|manuellen|manuelle|echte ..1 hilfe|beratung|kontakt|unterstutzung|kundenservice|support|antwort',
    '{want} {i}? ..1 kontakt zu|zum|mit',
    'verbinden|verbinde|verbindet|verbind|leiten|leite|weiterleiten sie? mich|uns ..2 mit|zu|an|zum|weiter',
    'mich|mir ..1 mit !{self} ..2 verbinden',
    'mich|mir ..3 {person} ..1 verbinden|weiterleiten|durchstellen|geben',
    'stellen|stell|stellt sie? mich durch',
    'mich|uns ..2 durchstellen|weiterverbinden|weiterleiten',
    'holen|hol|holt|rufen|ruf|schicken|geben|gib sie? mir|uns? ..1 {a}? {real}? {one}|mensch|menschen|mitarbeiter|mitarbeiterin|kollegen|kollegin|chef|verkaufer',
    '{a}|{one} {real}? {one}|mensch|menschen|mitarbeiter|kollegen|kollegin? holen',
    '{may}|soll|konnten|koennten|wurde sie|ihr|du? {one}|mich|uns ..2 anrufen|zuruckrufen|zurueckrufen|kontaktieren|telefonieren',
    'rufen|ruf|ruft sie? mich|uns ..2 an|zuruck|zurueck',
    '{want} ..2 ruckruf|rueckruf',
    'um ..1 ruckruf|rueckruf',
    'bitte um ruckruf|rueckruf',
    'gibt es|hier|da ..1 {a}? {real}? {real}? mensch|menschen|mitarbeiter|ansprechpartner|ansprechpartnerin $|hier|da|mit|der|die|den|dem',
    'gibt es|hier|da ..1 {one} $|hier|da|den|dem|der',
    'gibt es|hier|da ..1 {one} mit|an dem|den|der',
    'ist|ware|waere da|hier|gerade|denn|noch|uberhaupt? {one}|wer da|erreichbar|verfugbar|online? $',
    'ist ..1 {a} {real}? {human} da|erreichbar|verfugbar|online $',
    '^ hallo? {one} $|da',
    'kann|konnte|koennte|soll|lass {a} {real}? mensch|mitarbeiter|mitarbeiterin|kollege|kollegin|person ..3 {help}|ansehen|antworten|schauen|ubernehmen',
    '{no}|keine ..2 mit ..2 {machine} ..1 {talk}|schreiben',
    '^ kein|keinen|keine|genug {machine} $|mehr|bitte',
    'kontakt zum|zu|mit kundendienst|kundenservice|menschen|mitarbeiter|support|team',
    'wer|wen|wem kann|konnte ..1 mit|ich|an? ..1 sprechen|anrufen|wenden $',
    'mit wem|jemandem kann|konnte|muss ich|wir ..2 {talk}',
    'an wen|jemanden kann|konnte|muss ich|wir ..2 wenden',
  ],
  asksAlone: [
    '^ mensch|menschen|mitarbeiter|mitarbeiterin|kundenservice|kundendienst|kundenberater|kundenberatung|kundenbetreuung|berater|operator|agent|support|ansprechpartner|jemand|kontaktaufnahme $',
    '^ {real} mensch|menschen|person|mitarbeiter|hilfe|beratung|kontakt $',
    '^ sprechen|reden mit mensch|menschen|mitarbeiter $',
    '^ ruckruf|rueckruf $',
    '^ anrufen $',
    '^ person sprechen $',
    '^ live chat $',
    '^ livechat $',
  ],
  refuses: [
    '{no} unbedingt|wirklich|jetzt|extra|erst|direkt? ..1',
    '{no} mehr|notig|noetig|notwendig',
    'statt|anstatt ..1',
    'niemand|niemanden ..1',
  ],
  mentions: [
    '^ muss|soll|sollte|musste|wollt|wollen|willst|brauche ich|wir|man|sie|ihr|du ..1',
    '^ spreche|rede|chatte|schreibe|habe|hab ich ..1',
    'spreche|rede ich ..1',
    'wenn|bevor|ob|falls ich|wir ..2',
    'er|sie|wir|freund|freundin|mann|frau|man {want}|{may}|will|mochte',
  ],
  asksWhether: [
    'bist|sind|seid du|sie|ihr ..2 mensch|person|bot|chatbot|roboter|maschine|computer|ki|echt|menschlich|programm|automat',
    'spreche|rede|chatte|schreibe ich|wir ..2 mit ..3 mensch|menschen|person|bot|roboter|maschine|ki|computer|jemandem',
    'ist das|hier|dies ..2 mensch|bot|chatbot|roboter|ki',
    'ist das|hier|dies nur? eine|ein maschine|computer $|oder|die|der|hier',
    'mit wem spreche|rede|chatte|schreibe ich',
    'du|sie bist|sind ..2 mensch|person|bot|roboter|maschine|ki',
    'mensch oder ..2 {machine}',
    '{machine} oder ..2 mensch|person',
  ],
  declines: [
    '^ {nein} {nein}? $',
    '^ {nein} danke|dankeschon $',
    '^ {nein} vielen|besten dank $',
    '^ danke nein|nicht $',
    '^ {nein}? nicht notig|noetig|notwendig|jetzt|erforderlich|mehr $',
    '^ {nein}? jetzt|noch|lieber|besser|heute nicht $',
    '^ {nein}? ist|es|das ist? nicht|schon|alles|so? notig|noetig|notwendig|gut|ok|okay|klar $',
    '^ {nein}? alles|schon gut|klar|okay|ok $',
    '^ {nein}? ist|es|alles schon|ist? in ordnung $',
    '^ {nein}? passt schon|so? $',
    '^ {nein}? geht schon|so $',
    '^ {nein}? weiter|mach|machen|machs sie? weiter|so? $',
    '^ {nein}? lass|lassen sie? es? gut|mal|sein|nur $',
    '^ {nein}? ich brauche|mochte|moechte|will niemanden|keinen|keine|nicht|das menschen|person|mitarbeiter|nicht? $',
    '^ {nein}? kein|keine bedarf|person|menschen $',
    '^ vielleicht? spater|spaeter vielleicht? $',
    '^ vergiss|vergessen sie? es $',
    '^ egal $',
  ],
  polite: wordSet(
    `bitte hallo hi hey guten tag morgen abend ok okay gut danke ja jetzt sofort mal doch ein eine einen
     einem der die den dem das ich will mochte moechte brauche kann mit endlich also aber zum`,
  ),
})
