import type { AskWords } from './ask-words.ts'

export const fr: AskWords = {
  availability:
    /\b(?:disponibles?|dispo|en stock|encore (?:la|en vente|disponible|a vendre)|toujours (?:la|en vente|disponible|a vendre)|(?:deja |ete )?vendue?s?|reservee?s?|est[- ](?:il|elle) (?:encore|toujours) (?:la|libre)|(?:l'avez|avez)[- ]vous (?:encore|toujours))\b/g,
  heldUntil: /\b(?:jusqu'a quand|reservee? jusqu)\b/g,
  price:
    /\b(?:combien (?:coute(?:nt)?|ca coute|est[- ]ce|vaut)|c'est combien|coutent?|prix|tarif)\b/g,
  size: /\b(?:(?:quelle|de quelle|en quelle) taille|taille|pointure|taille grand|taille petit|m'ira|m'irait)\b/g,
  measurements: /\b(?:mesures?|dimensions?|mensurations?)\b/g,
  inseam: /\b(?:entrejambe|entre[- ]?jambes?|longueur interieure)\b/g,
  outseam: /\b(?:longueur exterieure)\b/g,
  waist: /\b(?:tour de taille|ceinture)\b/g,
  hip: /\b(?:hanches?|tour de hanches)\b/g,
  chest:
    /\b(?:poitrine|tour de poitrine|aisselles?(?: a aisselles?)?|carrure de poitrine|buste)\b/g,
  shoulder: /\b(?:epaules?|carrure)\b/g,
  sleeve: /\b(?:manches?|longueur de manche)\b/g,
  rise: /\b(?:fourche|montant)\b/g,
  hem: /\b(?:ourlet|bas de jambe)\b/g,
  collar: /\b(?:col|encolure)\b/g,
  heel: /\b(?:talons?)\b/g,
  insole: /\b(?:semelle interieure)\b/g,
  brim: /\b(?:bord)\b/g,
  strap: /\b(?:bandouliere|anse)\b/g,
  diameter: /\b(?:diametre)\b/g,
  weight: /\b(?:poids|pese|lourde?)\b/g,
  length: /\b(?:longueur|quelle longueur|long)\b/g,
  width: /\b(?:largeur|large)\b/g,
  height: /\b(?:hauteur|haut)\b/g,
  depth: /\b(?:profondeur|profond)\b/g,
  fabric:
    /\b(?:matieres?|tissu|composition|en quoi|fait de|faite? en|doublure|doublee?|(?:vrai|veritable|pur|pure|en) (?:cuir|laine|soie|coton|lin|cachemire|daim)|c'est (?:du cuir|de la laine|de la soie|du coton|du lin))\b/g,
  colour: /\b(?:couleurs?|teinte|coloris)\b/g,
  era: /\b(?:quel age|de quelle (?:annee|epoque|decennie)|quelle (?:annee|epoque|decennie)|epoque|date de|de quand)\b/g,
  maker: /\b(?:qui l'a fait|fabricant|marque|createur|fabrique par|de qui)\b/g,
  condition:
    /\b(?:etat|defauts?|abimee?s?|dommages?|usure|usee?s?|taches?|trous?|dechirures?|rayures?|trous de mites?|reparee?s?|raccommodee?s?|accrocs?|fissures?)\b/g,
  care: /\b(?:laver|lavage|lavable|machine(?: a laver)?|en machine|nettoyer|nettoyage|repasser|entretien|retrecit|retrecir)\b/g,
  list: /\b(?:(?:avez|auriez)[- ]vous (?:encore |aussi )?(?:une?|des|du|de la|quelque chose|d'autres|\S+)|vous avez (?:une?|des|du|de la|quelque chose)|y a[- ]t[- ]il (?:une?|des|du|quelque chose)|montrez[- ]moi|je cherche|quel(?:le)?s \S+ avez[- ]vous|vendez[- ]vous|quelque chose (?:de|pour|en|a|comme)|qu'avez[- ]vous)\b/g,
  service:
    /\b(?:pouvez|pourriez)[- ]vous (?:l[ae'] ?|les )?(?:raccourcir|rallonger|reparer|recoudre|repriser|nettoyer|laver|retoucher|ajuster)\b/,
  similar:
    /\b(?:comme (?:ca|celui-ci|celle-ci|ceci)|similaires?|semblables?|du meme genre|(?:dans une autre|d'autres|une autre) couleurs?|celui-ci en|celle-ci en)\b/g,
  another:
    /\b(?:(?:en avez-vous|y en a-t-il) (?:une? autre|d'autres)|une? (?:autre|deuxieme)(?= pareil\w*|\W*$)|(?:une autre|d'autres) tailles?)\b/g,
  otherOne: /^(?:non |pas (?:celui|celle)-(?:ci|la) )*l'autre\W*$/,
  others: /\b(?:autres?|d'autre)\b/,
  compare:
    /\b(?:(?:quelle est )?(?:la )?differences? entre(?: les deux)?|compar\w*|le?quel(?:le)?(?=.{0,40}\best (?:le |la )?(?:plus|moins) )|est (?:le |la )?(?:plus|moins) (?:grande?|petite?|longue?|courte?|large|chere?|anciene?|recente?))/g,
  cheaper: /\b(?:quelque chose|une?|des) (?:de )?moins cher\w*\b/g,
  bigger: /\b(?:en |dans une taille )?plus grand\w*\b/g,
  smaller: /\b(?:en |dans une taille )?plus petit\w*\b/g,
  pointing: /\b(?:il|elle|ils|elles|ce|cet|cette|ces|celui-ci|celle-ci|ca|cela|le|la|l')(?![a-z])/,
  opening:
    /^(?:et |aussi |mais |puis )*(?:est|sont|puis|peut|peux|pouvez|pourrais|pourriez|combien|quand|ou|qui|que|quoi|quel\w*|comment|pourquoi|avez|auriez|y a|faites|livrez|expediez|c'est|en quoi|de quelle)\b/,
  joining: /\s+(?:et aussi|et|mais|aussi)\s+|\s*,\s*(?:et\s+)?/,
  greeting: /^(?:bonjour|bonsoir|salut|coucou|hello)(?: (?:a tous|madame|monsieur|l'equipe))*$/,
  thanks:
    /^(?:(?:ok|d'accord|super|parfait|genial|tres|bien|merci|merci beaucoup|mille mercis|beaucoup|au revoir|a bientot|bonne journee|pour (?:votre aide|l'aide)|c'est note)\s*)+$/,
  atMost: /\b(?:moins de|jusqu'a|au plus|maximum|max|en dessous de|pas plus de|sous)\b/,
  atLeast: /\b(?:plus de|au moins|minimum|a partir de|au-dessus de)\b/,
  around: /\b(?:autour de|environ|vers)\b/,
}
