/** What a shopper may ask of a piece, and its row may say. */
export type Measure =
  | 'inseam'
  | 'outseam'
  | 'waist'
  | 'hip'
  | 'chest'
  | 'shoulder'
  | 'sleeve'
  | 'rise'
  | 'hem'
  | 'collar'
  | 'heel'
  | 'insole'
  | 'brim'
  | 'strap'
  | 'diameter'
  | 'weight'
  | 'length'
  | 'width'
  | 'height'
  | 'depth'

export type Asked =
  | Measure
  | 'availability'
  | 'heldUntil'
  | 'price'
  | 'size'
  | 'measurements'
  | 'fabric'
  | 'colour'
  | 'era'
  | 'maker'
  | 'condition'
  | 'care'

/** Patterns over folded text: lower case, no diacritics. Measures also recognise the names in a row. */
export type AskWords = Record<Asked, RegExp> & {
  /** "do you have", "show me": asks for pieces rather than about one. */
  list: RegExp
  /** Work or a favour that the shop is asked for, haggling among it: the piece's row has no answer. */
  service: RegExp
  /** "like this one". */
  similar: RegExp
  /** The same piece once more: "another one". */
  another: RegExp
  /** "the other one": a piece that is not said. */
  otherOne: RegExp
  /** "else", "other": the piece at hand is not what is looked for. */
  others: RegExp
  /** Sets pieces side by side: "the difference between", "which is bigger". */
  compare: RegExp
  cheaper: RegExp
  bigger: RegExp
  smaller: RegExp
  /** Points at the piece at hand: "it", "this jacket". */
  pointing: RegExp
  /** How a question begins: what a second question in one message is told by. */
  opening: RegExp
  /** Joins two questions. */
  joining: RegExp
  greeting: RegExp
  thanks: RegExp
  /** "under", "up to": the number after it is the most that a piece may cost. */
  atMost: RegExp
  atLeast: RegExp
  around: RegExp
}

/** Names of pieces: they point at the piece at hand and are not what is asked about it. */
const PIECE_NAMES = new Set(
  `jacket blazer coat overcoat dress frock gown skirt kilt trousers pants jeans shirt blouse top jumper sweater
pullover cardigan knit waistcoat shoes shoe brogues loafers boots boot hat scarf tie belt bag satchel lamp light
chair stool table mirror clock vase jug pot radio blanket rug ring necklace brooch watch piece item garment thing
jacke mantel kleid rock hose hemd bluse pullover pulli strickjacke weste schuhe schuh stiefel hut schal krawatte
gurtel tasche lampe stuhl hocker tisch spiegel uhr krug radio decke stuck teil artikel ding
veste manteau robe jupe pantalon jean chemise chemisier pull gilet chaussures bottes chapeau foulard echarpe
cravate ceinture sac lampe chaise tabouret table miroir horloge vase couverture piece article objet
chaqueta abrigo vestido falda pantalon vaqueros camisa blusa jersey chaleco zapatos botas sombrero bufanda corbata
cinturon bolso lampara silla taburete mesa espejo reloj jarron manta pieza articulo prenda cosa`.split(
    /\s+/,
  ),
)

export function isPieceName(word: string): boolean {
  return PIECE_NAMES.has(word) || PIECE_NAMES.has(word.replace(/s$/, ''))
}
