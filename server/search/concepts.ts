import { LANGUAGES, type Language } from '../../protocol/language.ts'
import { stem } from './stem.ts'
import { wordsOf } from './words-of.ts'

/**
 * Words that shops and shoppers use for the same thing, in four languages: a line a thing. A word may stand
 * for its whole line in a search. An entry of several words is recognised in a question only.
 */
const LINES = `
shipping, arrive by, get here by, be here by, get it by, have it by, here in time, arrive in time, frais de port, frais d envoi, gastos de envio, ship, postage, post, posted, delivery, deliver, send, dispatch, courier, mail, versand, versandkosten, porto, liefern, lieferung, schicken, verschicken, livraison, livrer, expedition, envoi, envoyer, envio, enviar, entrega
return, send back, bring back, give back, ruckgabe, rucksendung, zuruckgeben, zuruckschicken, umtausch, retour, retourner, renvoyer, rendre, devolucion, devolver
refund, money back, refunded, erstattung, geld zuruck, remboursement, rembourser, reembolso
exchange, swap, tauschen, umtauschen, echanger, echange, cambio, cambiar
pay, payment, paying, visa, mastercard, paypal, credit card, debit card, kreditkarte, ec karte, carte bancaire, carte bleue, tarjeta, bezahlen, zahlen, zahlung, bezahlung, payer, paiement, pagar, pago
negotiable, negotiate, haggle, any discount, discount if, money off, cheaper if, deal if, last price, lowest price, best you can do, letzter preis, am preis, would you take, would you accept, do it for, make an offer, accept offers, offers, better price, best price, lower price, come down, knock off, verhandeln, verhandelbar, handeln, negocier, marchander, negociar, regatear
hold, reserve, reserved, held, aside, put by, keep for me, reservieren, zurucklegen, reserver, mettre de cote, reservar, apartar
customs, pay customs, pay duty, pay import, duty, duties, vat, import duty, import tax, customs fees, zoll, zollgebuhren, douane, aduana
damaged, broken, smashed, arrived broken, arrived damaged, kaputt, beschadigt, casse, abime, roto, danado
cost, costs, kostet, kosten, coute, coutent, cuesta, cuestan
voucher, gift card, gift certificate, gift voucher, gutschein, geschenkgutschein, bon cadeau, carte cadeau, tarjeta regalo, vale
gift wrap, gift wrapped, wrap, wrapped, als geschenk, geschenkpapier, emballage cadeau, paquet cadeau, envolver
open, habt ihr auf, haben sie auf, habt ihr offen, opening hours, opening times, hours, offnungszeiten, geoffnet, offen, aufhaben, ouvert, ouverture, horaires, abierto, abren, horario
address, where, your address, shop address, postal address, where are you, where is your shop, where is the shop, wheres your shop, wheres the shop, where is the store, wheres the store, where you are, find you, located, location, directions, get to you, wo seid ihr, wo ist der laden, adresse, anschrift, ou etes vous, ou se trouve, donde estan, direccion
phone, phone number, telephone number, telephone, call, ring, number to call, telefon, anrufen, appeler, telefono, llamar
email, mail address, e mail, write to you, mailadresse, courriel, correo
repair, mend, mending, fix, fixed, reparieren, reparatur, flicken, reparer, reparation, raccommoder, arreglar, reparar
alteration, alter, shorten, take up, take in, tailor, tailoring, hem it, andern, anderung, kurzen, kurzer, retouche, raccourcir, arreglo, acortar
wash, washing, launder, laundry, clean, cleaning, waschen, wasche, reinigen, reinigung, laver, lavage, nettoyer, lavar, limpiar
monday, montag, lundi, lunes
tuesday, dienstag, mardi, martes
wednesday, mittwoch, mercredi, miercoles
thursday, donnerstag, jeudi, jueves
friday, freitag, vendredi, viernes
saturday, samstag, sonnabend, samedi, sabado
sunday, sonntag, dimanche, domingo
weekend, wochenende, fin de semana
weigh, weighs, weight, heavy, gewicht, wiegt, poids, pese, peso, pesa
moth, moths, motten, motte, mite, mites, polilla, polillas
smell, odour, odor, musty, riecht, geruch, sentir, odeur, huele, olor
leather, leder, cuir, cuero, piel
wool, woollen, woolen, wolle, wollen, laine, lana
cotton, baumwolle, coton, algodon
silk, seide, seiden, soie, seda
linen, leinen, lin, lino
denim, jeansstoff
velvet, samt, velours, terciopelo
suede, wildleder, daim, ante
corduroy, cord, kord, cords, velours cotele, pana
jacket, blazer, jacke, sakko, veste, blouson, chaqueta
coat, overcoat, mantel, manteau, abrigo
dress, frock, gown, kleid, robe, vestido
skirt, rock, jupe, falda
trousers, pants, slacks, hose, pantalon, pantalones
jeans, vaqueros
shirt, hemd, chemise, camisa
blouse, bluse, chemisier, blusa
jumper, sweater, pullover, jersey, knit, knitwear, cardigan, strick, strickjacke, pull, tricot, sueter
waistcoat, vest, weste, gilet, chaleco
shoes, shoe, brogues, loafers, footwear, schuhe, schuh, chaussures, zapatos
boots, boot, stiefel, bottes, botas
hat, hut, chapeau, sombrero
bag, handbag, purse, satchel, tasche, handtasche, sac, bolso
belt, gurtel, ceinture, cinturon
scarf, square, schal, tuch, halstuch, foulard, echarpe, bufanda, panuelo
tie, necktie, krawatte, cravate, corbata
lamp, light, lighting, lampe, leuchte, luminaire, lampara
chair, stool, seat, stuhl, hocker, chaise, tabouret, silla
table, tisch, mesa
mirror, spiegel, miroir, espejo
clock, uhr, horloge, pendule, reloj
vase, jug, pot, pots, pottery, krug, cruche, jarron
blanket, throw, rug, decke, couverture, manta
jewellery, jewelry, schmuck, bijoux, joyas
sofa, couch, settee, canape
black, schwarz, noir, noire, negro, negra
white, weiss, blanc, blanche, blanco, blanca
blue, blau, bleu, bleue, azul
green, grun, vert, verte, verde
red, rot, rouge, rojo, roja
brown, braun, brun, marron
grey, gray, grau, gris
yellow, gelb, jaune, amarillo
pink, rosa, rose
navy, dunkelblau, marine
1960s, 60s, sixties
1970s, 70s, seventies
1980s, 80s, eighties
1950s, 50s, fifties
1940s, 40s, forties
1930s, 30s, thirties
1920s, 20s, twenties
1990s, 90s, nineties
size, sizes, grosse, grossen, taille, tailles, talla, tallas
measure, measured, measurement, measurements, masse, gemessen, vermessen, mesures, mesurer, medidas, medir
inseam, inside leg, innenbeinlange, schrittlange, entrejambe, entrepierna
works, work, working, play, plays, function, functional, functioning, funktioniert, fonctionne, marche, funciona
genuine, authentic, real, original, fake, reproduction, echt, authentique, vrai, autentico
parking, car park, park, parkplatz, parken, aparcamiento
photo, photos, pic, pics, picture, pictures, photograph, photographs, image, images, fotos, bilder, fotografias
abroad, international, internationally, overseas, worldwide, foreign, ausland, etranger, extranjero
uk, united kingdom, britain, england, scotland, wales, great britain, grossbritannien, royaume uni, reino unido
usa, united states, the us, to us, america, states, vereinigte staaten, etats unis, estados unidos
germany, deutschland, allemagne, alemania
france, frankreich, francia
european union, eu, europe, spain, italy, austria, netherlands, holland, belgium, portugal, poland, denmark, sweden, finland, greece, europa, spanien, italien, osterreich, niederlande, belgien, espagne, italie, autriche, belgique, union europeenne, espana, italia, union europea
switzerland, swiss, schweiz, suisse, suiza
children, child, kid, kids, boys, girls, kinder, enfant, enfants, ninos
men, man, mens, herren, homme, hommes, hombre
women, woman, womens, ladies, damen, femme, femmes, mujer
trade in, want to sell, pay for my, buy old clothes, buy from, buy clothes, buy my, sell to you, sell you, sell my, verkaufen, ankauf, vendre, vender
express, next day, urgent, fast, quickly, rush
late, lost, delayed, not arrived, hasnt arrived, havent received, hasnt come, didnt arrive, never arrived, where is my parcel, where is my order, wheres my parcel, wheres my order, missing parcel, verspatet, verloren, perdu, retard, perdido
collect, in person, collecting, collection, pick up, pickup, abholen, abholung, retirer, recoger
restock, another one, another size, other sizes, other size, different size, andere grosse, andere grossen, autre taille, otra talla, more stock, back in stock, nachschub, reassort
dog, dogs, hund, hunde, chien, chiens, perro, perros
wheelchair, step free, accessible, access, rollstuhl, barrierefrei, fauteuil roulant, accessibilite, silla de ruedas
try on, try it on, try them on, try something on, trying it on, fitting room, changing room, anprobieren, anprobe, essayer, probador, probarme
train, railway, station, bus, bahnhof, zug, gare, estacion
bulb, cap, gluhbirne, ampoule, bombilla
condition, zustand, etat, estado
`

/** Each line as its words; an entry of several words stays one list. */
const CONCEPTS: readonly (readonly (readonly string[])[])[] = LINES.trim()
  .split('\n')
  .map((line) => line.split(',').map((entry) => wordsOf(entry)))

export const LONGEST_PHRASE_WORDS = 4
const SHORTEST_STEM = 4

/** By the entry as it stands, and by its stems in each language: a line does not say whose word is whose. */
const known = new Map<string, string[]>()
for (const concept of CONCEPTS) {
  const words = concept.flatMap((entry) => (entry.length === 1 ? entry : []))
  for (const entry of concept) {
    const others = words.filter((word) => entry.length > 1 || word !== entry[0])
    for (const key of keysOf(entry)) known.set(key, [...(known.get(key) ?? []), ...others])
  }
}

function keysOf(words: readonly string[]): Set<string> {
  const stemmed = LANGUAGES.flatMap((language) => {
    const stems = words.map((word) => stem(word, language))
    const telling = words.length > 1 || (stems[0] ?? '').length >= SHORTEST_STEM
    return telling ? [`${language}:${stems.join(' ')}`] : []
  })
  return new Set([words.join(' '), ...stemmed])
}

function find(words: readonly string[], language: Language): readonly string[] | undefined {
  const stemmed = words.map((word) => stem(word, language))
  return (
    known.get(words.join(' ')) ??
    known.get(`${language}:${stemmed.join(' ')}`) ??
    // An ending may leave what has another: "braunem" is "braun", and that no "brau".
    known.get(stemmed.join(' '))
  )
}

export function isKnownConcept(word: string, language: Language): boolean {
  return find([word], language) !== undefined
}

/** Other words for the same thing, nearest first; empty for a word that stands in no line. */
export function otherWordsFor(word: string, language: Language): readonly string[] {
  return find([word], language) ?? []
}

/** The words that an expression of two to four words stands for, when it is one. */
export function wordsForPhrase(
  words: readonly string[],
  language: Language,
): readonly string[] | undefined {
  return words.length > 1 ? find(words, language) : undefined
}
