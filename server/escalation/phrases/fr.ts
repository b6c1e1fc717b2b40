import { wordSet } from '../phrase.ts'
import { phraseList } from './phrase-list.ts'

export const fr = phraseList({
  sets: {
    talk: wordSet('parler discuter echanger chatter tchatter communiquer mentretenir dialoguer'),
    to: wordSet('a au aux avec'),
    person: wordSet(
      `quelquun humain humaine humains personne personnes conseiller conseillere agent
       vendeur vendeuse operateur operatrice responsable collegue equipe employe employee gerant
       gerante patron patronne proprietaire assistant technicien service support representant membre
       interlocuteur standard`,
    ),
    human: wordSet(
      `humain humaine personne conseiller conseillere agent operateur operatrice responsable vendeur
       vendeuse representant interlocuteur quelquun`,
    ),
    a: wordSet('un une le la les l votre vos des du de'),
    real: wordSet(
      'vrai vraie vrais veritable reel reelle autre humain humaine physique vivant vivante etre en',
    ),
    want: wordSet(
      `veux voudrais souhaite souhaiterais aimerais jaimerais prefere prefererais demande exige besoin
       faut veut cherche`,
    ),
    may: wordSet('puis peux pouvons pourrais possible laissez laisse pouvez peut pourrait on'),
    goesOn: wordSet(
      '$ svp sil stp maintenant pour qui et pas ou tout directement reel reelle humain',
    ),
    machine: wordSet('bot chatbot robot robots machine machines ordinateur ia automate'),
    self: wordSet(
      'vous toi moi lui ca cela mon ma mes notre nos ce cette propos un une le la les l',
    ),
    non: wordSet('non nan nn'),
    no: wordSet('pas jamais sans plus inutile rien'),
  },
  misspelt: ['talk', 'human'],
  notMisspelt: wordSet(
    `parle parles parlez parlent parier parser argent arent avent humains personnes personnel agents
     responsables responsible charter chapter dialogue echange changer`,
  ),
  asks: [
    '{talk} directement? {to} {a}? {real}? {real}? {person}',
    '{talk} {to} quelqu un',
    '{talk} {to} {a}? service client|clients|clientele',
    '{may} je|on ..1 {talk} directement? {to} !{self}',
    '{may} je|on ..1 {talk} directement? {to} un|une|le|la|votre|l !{machine}',
    '{want} {talk} directement? {to} !{self} {goesOn}',
    '{want} {talk} directement? {to} un|une|le|la|votre|l !{machine}',
    '{person} a|avec qui|laquelle|lequel je? ..1 parler|discuter',
    'contacter|joindre|appeler|dappeler {a}? {real}? {real}? quelquun|humain|personne|conseiller|conseillere|agent|responsable|vendeur|vendeuse|operateur',
    'contacter|joindre|contact le|avec|du? le? service client|clients|clientele',
    'passez|passe|transferez|transfere|redirigez|connectez|connecte|dirigez moi ..1 {to}? {a}? {real}? {person}',
    'me passer|transferer|rediriger|connecter|mettre {a}|{to}? ..3 {person}',
    '{want}|mettez|mettre|mets ..1 moi|me? en relation|contact|communication avec',
    'me mettre en relation|contact|communication',
    '{want} {talk}? {a}? {real}? {human} {goesOn}',
    '{want} voir|avoir {a}? {real}? {human} {goesOn}',
    '{want} dun|dune {real}? {human} {goesOn}',
    '{want} aide|daide|assistance|dassistance|service reelle? humaine|humain',
    '{want} que ..1 quelquun ..1 appelle|mappelle|rappelle|reponde|maide|contacte',
    'quelquun|conseiller|personne peut|pourrait|pourra il|elle|t? il? ..1 mappeler|maider|mexpliquer|rappeler',
    'quelquun peut|pourrait me rappeler|contacter|repondre',
    '{may} ..1 quelquun ..1 mappeler|rappeler|mexpliquer|contacter',
    'appelez|appelle moi',
    'rappelez|rappelle moi $|svp|sil|au|demain|maintenant|par|quand',
    'me rappeler|rappelle $|svp|sil|au|demain|maintenant|par',
    'etre rappele|rappelee|contacte|recontacte|recontactee',
    'y a t? il? {a}? quelquun|humain|personne|vrai|vraie|conseiller|vendeur reel|reelle|humain|humaine? $|la|ici|disponible|en|qui|avec|a|derriere',
    'il y a {a}? quelquun|humain|vrai|vraie|conseiller ..1 $|la|ici|disponible|avec|a',
    'existe t il ..2 humain|personne a|avec|que',
    '^ quelquun $|ici',
    'quelquun est la|ici $',
    'qui puis|peux|pourrais je ..1 parler|contacter|appeler|madresser $',
    'a|avec qui puis|peux|pourrais|dois je ..1 parler|discuter|madresser|adresser|echanger',
    'qui dois je contacter|appeler',
    'un|une {real}? humain|conseiller|conseillere|collegue peut|pourrait il|elle? ..1 repondre|maider|regarder|verifier',
    '{no}|marre|assez de? ..2 {talk} ..1 {to} un|une|des|ce|cette? {machine}',
    '^ pas|assez|marre de|dun? {machine} $',
    '{want} un? support|service humain|client',
  ],
  asksAlone: [
    '^ humain|conseiller|conseillere|agent|operateur|operatrice|responsable|quelquun|standardiste $',
    '^ vrai|vraie|veritable|autre personne|humain|humaine|conseiller|agent $',
    '^ personne reelle|humaine|physique|vivante $',
    '^ etre humain $',
    '^ {talk} a|avec humain|personne|agent|conseiller|quelquun $',
    '^ service a? la? client|clients|clientele|humain $',
    '^ conseiller|agent|aide|assistance|contact|support client|clientele|humain|humaine|conseiller $',
    '^ {talk} {to} {person} $',
    '^ rappel|rappelez moi? $',
  ],
  refuses: [
    '{no} ..1 {want}|de|envie|besoin|la|peine? de|envie|besoin|peine|a? de?',
    'ne {want} {no}',
    '{no} vraiment|forcement|necessairement|encore|du|tout|oblige|de|a? de|a?',
    'sans avoir? a?|besoin|devoir? de?',
    'au lieu de|d?',
  ],
  mentions: [
    'est ce que je|vous|on dois|devez|doit|faut|voulez',
    'dois|faut|devons|devez je|il|nous|vous|on|que? ..1',
    'est ce que je|on suis|est en train de',
    'je suis|viens en|de train? de?',
    'si|avant je|vous|de dois|devez|que? de?',
  ],
  asksWhether: [
    'es|etes tu|vous ..2 humain|humaine|personne|robot|bot|machine|ordinateur|ia|reel|reelle|vrai|vraie',
    'tu|vous es|etes ..2 humain|humaine|robot|bot|machine|ordinateur|ia|reel|reelle|vrai|vraie',
    'est ce ..2 humain|robot|bot|machine|ia',
    'cest ..2 robot|bot|machine|ia|humain',
    'je|on parle|discute ..1 {to} ..2 humain|robot|bot|machine|ia|personne',
    'parle|discute je|on {to} ..2 humain|robot|bot|machine|ia|personne',
    'a|avec qui je|parle|ai parle|affaire|je',
    'humain ou ..2 {machine}',
    '{machine} ou ..2 humain|personne',
  ],
  declines: [
    '^ {non} {non}? $',
    '^ {non} merci $',
    '^ merci {non}|mais {non}? $',
    '^ {non}? pas maintenant|encore|besoin|necessaire|tout $',
    '^ {non}? pas la peine $',
    '^ {non}? pas pour|tout le|de|linstant suite|moment|linstant? $',
    '^ {non}? ce nest pas la? necessaire|peine $',
    '^ {non}? cest|ca pas|est|va|ira? bon|bien|ok|aller|necessaire? merci? $',
    '^ {non}? continuez|continue|continuons|poursuivez|poursuis $',
    '^ {non}? laissez|laisse tomber $',
    '^ {non}? je nen|ne|nai ai|veux|pas? pas|besoin|besoin? envie|besoin|personne? $',
    '^ {non}? je prefere pas $',
    '^ inutile $',
    '^ peut etre? plus tard peut? etre? $',
    '^ plus tard peut? etre? $',
  ],
  polite: wordSet(
    `svp stp sil te vous plait merci bonjour salut bonsoir oui ok daccord maintenant je veux voudrais
     un une le la les de un puis peux bon alors donc du au`,
  ),
})
