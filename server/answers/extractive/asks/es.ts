import type { AskWords } from './ask-words.ts'

export const es: AskWords = {
  availability:
    /\b(?:disponibles?|en stock|sigue (?:ahi|disponible|a la venta|en venta)|todavia (?:esta|hay|lo tienen|la tienen|disponible|a la venta)|aun (?:esta|lo tienen|la tienen|disponible)|(?:ya )?(?:vendid[oa]s?|se (?:ha )?vendi[od]o?)|reservad[oa]s?|a la venta)\b/g,
  heldUntil: /\b(?:hasta cuando|reservad[oa] hasta)\b/g,
  price:
    /\b(?:cuanto (?:cuesta|cuestan|vale|valen|es|sale)|que precio|precio|cuesta|cuestan|vale)\b/g,
  size: /\b(?:(?:que|cual) talla|de que talla|talla|tallas|tamano|me queda(?:ria)?|me quedara|numero de (?:pie|zapato))\b/g,
  measurements: /\b(?:medidas?|dimensiones|mide|miden)\b/g,
  inseam: /\b(?:entrepierna|largo interior|tiro interior|pierna interior)\b/g,
  outseam: /\b(?:largo exterior)\b/g,
  waist: /\b(?:cintura)\b/g,
  hip: /\b(?:caderas?)\b/g,
  chest: /\b(?:pecho|busto|axilas?(?: a axilas?)?|contorno de pecho)\b/g,
  shoulder: /\b(?:hombros?)\b/g,
  sleeve: /\b(?:mangas?|largo de manga)\b/g,
  rise: /\b(?:tiro)\b/g,
  hem: /\b(?:bajo|dobladillo)\b/g,
  collar: /\b(?:cuello)\b/g,
  heel: /\b(?:tacon|tacones)\b/g,
  insole: /\b(?:plantilla)\b/g,
  brim: /\b(?:ala)\b/g,
  strap: /\b(?:correa|asa)\b/g,
  diameter: /\b(?:diametro)\b/g,
  weight: /\b(?:peso|pesa|pesad[oa])\b/g,
  length: /\b(?:largo|longitud|larga)\b/g,
  width: /\b(?:ancho|anchura|ancha)\b/g,
  height: /\b(?:alto|altura|alta)\b/g,
  depth: /\b(?:profundidad|fondo|profundo)\b/g,
  fabric:
    /\b(?:material|tejido|tela|composicion|de que esta hech[oa]|hech[oa] de|forro|forrad[oa]|(?:de )?(?:cuero|lana|seda|algodon|lino|piel|ante) (?:de verdad|autentic[oa]|verdader[oa]|pur[oa])|es (?:de )?(?:cuero|lana|seda|algodon|lino|piel))\b/g,
  colour: /\b(?:color|colores|tono)\b/g,
  era: /\b(?:que antiguedad|cuantos anos|de que (?:ano|epoca|decada)|que (?:ano|epoca|decada)|epoca|de cuando)\b/g,
  maker: /\b(?:quien (?:lo|la|los|las) hizo|quien hizo|fabricante|marca|disenador|hecho por)\b/g,
  condition:
    /\b(?:estado|danos?|danad[oa]s?|defectos?|desgaste|manchas?|agujeros?|rot[oa]s?|rasgad[oa]s?|aranazos?|desperfectos?|taras?|reparad[oa]s?|remendad[oa]s?|grietas?)\b/g,
  care: /\b(?:lavar|lavado|lavarlo|lavarla|lavadora|a maquina|limpiar|limpieza|planchar|cuidados?|encoge|encoger)\b/g,
  list: /\b(?:(?:tienen|teneis|tienes|tendrian) (?:algun[oa]?s?|algo|mas|un[oa]?s?|otr[oa]s?|\S+)|hay (?:algun[oa]?s?|algo|mas|otr[oa]s?)|ensename|muestrame|muestreme|busco|estoy buscando|que \S+ tienen|venden|vendeis|algo (?:de|para|como|parecido|por|en|mas)|que tienen)\b/g,
  service:
    /\b(?:pueden|puedes|podrian|podeis)\b.{0,30}\b(?:acortar|alargar|arreglar|reparar|remendar|limpiar|lavar|ajustar|coser)/,
  similar:
    /\b(?:como (?:este|esta|esto|ese|esa)|parecid[oa]s?|similares?|(?:en )?otr[oa]s? colou?r(?:es)?|(?:este|esta|esto) en)\b/g,
  another: /\b(?:otr[oa] (?:igual|mas)|otr[oa]s? tallas?|mas de est[oa]s?)\b/g,
  otherOne: /^(?:no |ese no |esa no )*(?:el otro|la otra)\W*$/,
  others: /\b(?:otr[oa]s?|demas)\b/,
  compare:
    /\b(?:(?:cual es )?(?:la )?diferencias? entre(?: los dos| las dos)?|compar\w*|cual(?: de (?:los|las) dos)?(?=.{0,40}\bes mas )|es mas (?:grande|pequen[oa]|larg[oa]|cort[oa]|anch[oa]|barat[oa]|antigu[oa]|nuev[oa]))/g,
  cheaper: /\b(?:algo|alguno|alguna|un[oa]?s?) mas barat[oa]s?\b/g,
  bigger: /\b(?:en )?(?:una talla )?mas grandes?\b/g,
  smaller: /\b(?:en )?(?:una talla )?mas pequen[oa]s?\b/g,
  pointing: /\b(?:lo|la|los|las|este|esta|esto|estos|estas|ese|esa|eso|el|ella)\b/,
  opening:
    /^(?:y |tambien |pero |entonces )*(?:puedo|puede|pueden|podria|podrian|es|esta|estan|son|que|cual|cuanto|cuanta|cuantos|cuando|donde|quien|como|por que|tienen|teneis|hay|hacen|envian|de que|se puede|sigue|todavia)\b/,
  joining: /\s+(?:y tambien|y|pero|tambien|ademas)\s+|\s*,\s*(?:y\s+)?/,
  greeting: /^(?:hola|buenas|buenos dias|buenas (?:tardes|noches)|hello)(?: (?:a todos|equipo))*$/,
  thanks:
    /^(?:(?:ok|vale|genial|perfecto|muy|bien|gracias|muchas gracias|mil gracias|muchas|adios|hasta luego|hasta pronto|por (?:la|su) ayuda|estupendo)\s*)+$/,
  atMost: /\b(?:menos de|hasta|como maximo|maximo|por debajo de|no mas de)\b/,
  atLeast: /\b(?:mas de|al menos|minimo|a partir de|por encima de)\b/,
  around: /\b(?:alrededor de|unos|sobre)\b/,
}
