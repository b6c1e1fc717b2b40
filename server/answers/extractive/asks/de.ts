import type { AskWords } from './ask-words.ts'

export const de: AskWords = {
  availability:
    /\b(?:verfugbar|vorratig|lieferbar|auf lager|noch (?:da|zu haben|erhaltlich|frei|im angebot|verkauflich|kaufen)|(?:schon |bereits )?(?:verkauft|weg|vergriffen)|(?:schon |noch )?reserviert|zu haben|erhaltlich|gibt es (?:sie|ihn|es|die|den|das) noch|gibt es (?=(?:die|den|das|diese\w*) (?:\S+ ){1,3}noch\b)|(?:habt ihr|haben sie) (?:sie|ihn|es|die|den|das|diese\w*)\b[^?]{0,40}\bnoch|noch zu kaufen)\b/g,
  heldUntil:
    /\b(?:bis wann|wie lange (?:ist|bleibt) \S+(?: \S+)? (?:reserviert|zuruckgelegt)|reserviert bis)\b/g,
  price:
    /\b(?:was kostet|was kosten|wie ?viel kostet|wie ?viel kosten|kostet|preis|wie teuer|was wollt ihr (?:dafur|fur))\b/g,
  size: /\b(?:(?:welche|in welcher) grosse|grosse|grossen|passt|passen|(?:wie )?fallt (?:sie|er|es|das|die|der)(?: \S+)? (?:klein|gross|aus)|konfektionsgrosse)\b/g,
  measurements: /\b(?:masse|abmessungen|wie gross|massangaben)\b/g,
  inseam: /\b(?:innennaht|innenbein\w*|schrittlange|beininnen\w*)\b/g,
  outseam: /\b(?:aussennaht|aussenbein\w*)\b/g,
  waist: /\b(?:bund|bundweite|taille|taillenweite|taillenumfang)\b/g,
  hip: /\b(?:hufte|huftweite|huften)\b/g,
  chest: /\b(?:brust|brustweite|brustumfang|achsel(?:n)?(?: zu achsel)?|achselweite|oberweite)\b/g,
  shoulder: /\b(?:schultern?|schulterbreite)\b/g,
  sleeve: /\b(?:armel|armellange|armlange)\b/g,
  rise: /\b(?:leibhohe)\b/g,
  hem: /\b(?:saum|saumweite|beinweite)\b/g,
  collar: /\b(?:kragen|kragenweite|halsweite)\b/g,
  heel: /\b(?:absatz|absatze|absatzhohe)\b/g,
  insole: /\b(?:innensohle|einlegesohle)\b/g,
  brim: /\b(?:krempe)\b/g,
  strap: /\b(?:riemen|traglange|henkel)\b/g,
  diameter: /\b(?:durchmesser)\b/g,
  weight: /\b(?:gewicht|wiegt|wie schwer|schwer)\b/g,
  length: /\b(?:wie lang|lange)\b/g,
  width: /\b(?:wie breit|breite|breit)\b/g,
  height: /\b(?:wie hoch|hohe|hoch)\b/g,
  depth: /\b(?:wie tief|tiefe|tief)\b/g,
  fabric:
    /\b(?:material|stoff|woraus|aus was|gemacht aus|zusammensetzung|futter|gefuttert|(?:echtes?|echte|reine|aus) (?:leder|wolle|seide|baumwolle|leinen|kaschmir|wildleder)|ist (?:das|es|sie) (?:leder|wolle|seide|baumwolle|leinen))\b/g,
  colour: /\b(?:farbe|farben|farbton)\b/g,
  era: /\b(?:wie alt|aus welche[mnr] (?:jahr|zeit|jahrzehnt|epoche)|welches (?:jahr|jahrzehnt)|jahrzehnt|baujahr|von wann|wann (?:wurde|ist) \S+(?: \S+)? (?:gemacht|hergestellt|entstanden))\b/g,
  maker:
    /\b(?:wer hat \S+(?: \S+)? (?:gemacht|hergestellt)|hersteller|marke|welches label|designer|von wem)\b/g,
  condition:
    /\b(?:zustand|schaden|beschadigt|beschadigungen|mangel|fehler|gebrauchsspuren|abgenutzt|flecken?|locher|loch|risse?|kratzer|motten|mottenlocher|repariert|geflickt|defekte?|makel|kaputt)\b/g,
  care: /\b(?:wasche?n?|gewaschen|waschbar|waschmaschine|(?:in (?:der|die) )?maschine|reinigen|reinigung|bugeln|trockner|pflege|pflegen|einlaufen)\b/g,
  list: /\b(?:(?:habt ihr|haben sie|hast du) (?:auch |noch )?(?:einen?|ein|etwas|was|irgend\w*|welche|\S+)|gibt es (?:auch |noch )?(?:einen?|ein|etwas|was|welche|\S+)|zeigt? mir|zeigen sie mir|(?:ich )?suche|was habt ihr|was haben sie|welche \S+ (?:habt ihr|haben sie|gibt es)|verkauft ihr|fuhrt ihr|(?:et)?was (?:fur|unter|ahnliches|in|aus|mit))\b/g,
  service:
    /\b(?:konnt ihr|konnen sie|kannst du|konntet ihr|konnten sie)\b.{0,60}\b(?:kurzen|kurzer|andern|reparieren|flicken|stopfen|reinigen|waschen|enger|weiter machen)\b|\b(?:letzte\w*|beste\w*) preis\b|\b(?:am|beim) preis\b|\bpreis (?:verhandelbar|fest|fix)\b/,
  similar:
    /\b(?:(?:et)?was ahnlich\w*|ahnlich\w*|so (?:etwas|was|eine?n?)(?: in der art)? wie (?:diese\w*|das|die|den)(?: hier)?|wie (?:diese[rsnm]?|das hier)|in der art|(?:(?:habt ihr|haben sie|gibt es|gibts) (?:das|die|den|diese\w*|es|ihn|sie)|(?:das|die|den|diese\w*|es|ihn|sie) (?:auch|noch)) (?:auch |noch )?in (?:einer |einem |anderer |anderen )?(?:farben?\b)?(?=\s*(?:\S|$))|(?:andere[nr]?) farben?)/g,
  another:
    /\bnoch (?:mal )?(?:so |mehr )?(?:eine?[nrs]?|welche|davon)(?: davon| solche\w*)?(?=\W*$)|\b(?:andere[nr]?) grossen?\b/g,
  otherOne:
    /^(?:nein |nicht (?:das|die|der|den|diese\w*) |ich meine )*(?:das|die|der|den) andere[n]?\W*$/,
  others: /\b(?:sonst|andere[nrsm]?|noch)\b/,
  compare:
    /\b(?:(?:was ist )?(?:der )?unterschiede? zwischen(?: den beiden)?|vergleich\w*|welche[rsmn]?(?=.{0,40}\bist (?:grosser|kleiner|langer|kurzer|breiter|gunstiger|billiger|alter|neuer|besser)\b)|ist (?:grosser|kleiner|langer|kurzer|breiter|gunstiger|billiger|alter|neuer|besser)(?=\W*$|,? ))/g,
  cheaper: /\b(?:(?:et)?was|eine?n?|welche) (?:gunstigere?[nrs]?|billigere?[nrs]?)\b/g,
  bigger: /\b(?:in )?(?:einer |eine nummer |eine )?(?:grosser(?:e[nrs]?)?)(?: grosse| nummer)?\b/g,
  smaller: /\b(?:in )?(?:einer |eine nummer |eine )?(?:kleiner(?:e[nrs]?)?)(?: grosse| nummer)?\b/g,
  pointing: /\b(?:es|sie|er|ihn|das|die|der|den|dieses?|diese[rnm]?|davon|daran|dafur)\b/,
  opening:
    /^(?:und |auch |aber |dann )*(?:kann|konnen|konnt|konnte|ist|sind|war|was|wie|wann|wo|wer|welche\w*|warum|gibt|habt|haben|hat|wird|wurde|wurdet|darf|muss|passt|kostet|lasst|verschickt|schickt)\b/,
  joining: /\s+(?:und auch|und|ausserdem|aber)\s+|\s*,\s*(?:und\s+)?/,
  greeting:
    /^(?:hallo|hi|hey|moin|moin moin|servus|gruezi|gruss gott|guten (?:tag|morgen|abend))(?: (?:zusammen|ihr|euch))*$/,
  thanks:
    /^(?:(?:ok|okay|super|prima|perfekt|toll|klasse|gut|alles klar|danke|dankeschon|danke schon|vielen dank|besten dank|sehr|sehr nett|tschuss|bis bald|auf wiedersehen|fur die hilfe|schon)\s*)+$/,
  atMost: /\b(?:unter|bis(?: zu)?|hochstens|maximal|weniger als|gunstiger als|nicht mehr als)\b/,
  atLeast: /\b(?:uber|ab|mindestens|mehr als|von)\b/,
  around: /\b(?:um die|ungefahr|etwa|circa|ca\.?|rund)\b/,
}
