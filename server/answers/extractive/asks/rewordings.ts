/** An expression of a question, and what content calls it: the first that the content has the words of. */
export type Rewording = { asked: RegExp; say: readonly string[] }

/** The digit of a decade and its names in four languages. */
const DECADES: readonly (readonly [number, string])[] = [
  [2, 'twenties|zwanziger|vingt|veinte'],
  [3, 'thirties|drei(?:ß|ss)iger|trente|treinta'],
  [4, 'forties|vierziger|quarante|cuarenta'],
  [5, 'fifties|fünfziger|fuenfziger|cinquante|cincuenta'],
  [6, 'sixties|sechziger|soixante|sesenta'],
  [7, 'seventies|siebziger|soixante-dix|setenta'],
  [8, 'eighties|achtziger|quatre-vingts?|ochenta'],
  [9, 'nineties|neunziger|quatre-vingt-dix|noventa'],
]

const decades = DECADES.map(([digit, names]) => ({
  asked: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:ann[ée]es|a[ñn]os) (?:(?:19)?${digit}0|${names})|(?:(?:19)?${digit}0(?:er|s)|${names})(?<=er|s)n?(?:[ -]jahren?)?)(?![\\p{L}\\p{N}-])`,
    'iu',
  ),
  say: [`19${digit}0s`, `${digit}0s`, `19${digit}0er`, `${digit}0er`, `années ${digit}0`],
}))

const WHEN_CLOSED =
  /\b(?:(?:what time|when) do you (?:close|shut|open)(?: up)?|(?:closing|opening) times?|wann (?:schlie(?:ß|ss)t|öffnet) ihr|wann macht ihr (?:zu|auf)|(?:à quelle heure|quand) (?:fermez|ouvrez)[- ]vous|a qu[ée] hora (?:cierran|abren))(?!\p{L})/iu

const HOLIDAY =
  '(?:christmas|xmas|new year|(?:bank|public) holidays?|weihnacht|heilig|neujahr|silvester|feiertag|noël|jour de l.an|nouvel an|fériés?|navidad|nochebuena|año nuevo|festivos?)'
/** Of holidays content says that the shop is closed. */
const OPEN_ON_HOLIDAY = new RegExp(
  `(?<![\\p{L}])(?:open|offen|geöffnet|ouverte?s?|abiert[oa]s?|abren)(?:(?=[^?.!]{0,20}${HOLIDAY})|(?<=${HOLIDAY}[^?.!]{0,30}))(?!\\p{L})`,
  'iu',
)

export const REWORDINGS: readonly Rewording[] = [
  ...decades,
  { asked: WHEN_CLOSED, say: ['opening hours', 'öffnungszeiten', 'open', 'geöffnet'] },
  { asked: OPEN_ON_HOLIDAY, say: ['closed', 'geschlossen', 'fermé', 'cerrado'] },
  {
    asked:
      /\b(?:christmas eve|heilig(?:er )?abend|(?:veille|réveillon) de noël|nochebuena)(?!\p{L})/iu,
    say: ['christmas eve', 'heiligabend', '24 december', '24 dezember', '24 décembre'],
  },
  {
    asked:
      /(?<!\p{L})(?:(?:at|over|during) (?:christmas|xmas)|(?:an|über) weihnachten|à noël|en navidad)(?!\p{L})/iu,
    say: ['christmas', 'weihnachten', 'december', 'dezember'],
  },
  {
    asked:
      /\b(?:new year[’']?s? day|neujahr(?:stag)?|(?:jour|nouvel) (?:de l[’']an|an)|año nuevo)(?!\p{L})/iu,
    say: ['new year’s day', 'neujahr', '1 january', '1 januar'],
  },
  {
    asked:
      /\b(?:(?:bank|public) holidays?|(?:an )?feiertagen?|(?:les )?jours fériés|(?:días )?festivos)(?!\p{L})/iu,
    say: ['bank holidays', 'public holidays', 'feiertagen', 'feiertage', 'jours fériés'],
  },
  {
    asked:
      /\b(?:keep|save|hold|reserve) (?:it|this|that|these|them|one)(?: (?!till|until)\S+){0,2}?(?: for me(?: (?:till|until|to) (?:\S+ )?\S+?(?=\W*$))?| (?:till|until) (?:\S+ )?\S+?(?=\W*$))/iu,
    say: ['hold it for me'],
  },
  {
    asked:
      /\b(?:je )?(?:paie|payer|paye|paierai) (?:la |les |des |de la )?(?:(?:droits|frais) de )?douane/iu,
    say: ['pay customs', 'zoll', 'duty'],
  },
  {
    asked:
      /(?<!\p{L})(?:(?:wie lange|wie|was) (?:ist|sind) (?:die |eure )|quels? (?:est|sont) (?:le |les |vos |votre )|cuál(?:es)? (?:es|son) (?:el |los )|what(?:[’']s| is| are) (?:the |your )?)?(?:lieferzeit(?:en)?|lieferdauer|délais? de livraison|plazos? de entrega|delivery times?)(?!\p{L})/iu,
    say: [
      'how long does delivery take',
      'wie lange dauert die lieferung',
      'wie lange dauert der versand',
    ],
  },
  {
    asked:
      /\b(?:(?:als )?geschenk (?:ein|ver)?packen|(?:faites|font)(?:[- ]vous)? (?:des |un |les )?paquets? cadeaux?|paquets cadeaux|envuelven (?:\S+ )?para regalo)(?!\p{L})/iu,
    say: ['gift wrap', 'geschenkpapier', 'paquet cadeau'],
  },
  {
    asked:
      /\b(?:(?:any |a )?(?:good|nice|great|suitable|lovely) (?:(?:as|for|to give as) )?(?:a |an )?(?:gift|present)|(?:eignet es sich|geeignet|gut|schön(?:es)?) (?:als )?geschenk|(?:bon|beau|joli) cadeau|(?:sirve como|buen|para) regalo)(?!\p{L})/iu,
    say: ['good present', 'good gift', 'gift idea', 'geschenkidee', 'gift wrap', 'geschenkpapier'],
  },
  {
    asked: /\b(?:handschuhe?n?|gants?|guantes?|gloves?)(?!\p{L})/iu,
    say: ['gloves', 'handschuhe', 'gants', 'guantes'],
  },
]
