import type { Language } from '../../protocol/language.ts'

/** A shop may leave a language out of its own questions; ours are said in each. */
type InEachLanguage = Record<Language, string>

/** What a shop of single pieces is asked most; each can be answered from an item's row or a shop's pages. */
export const SUGGESTED_QUESTIONS: { general: InEachLanguage[]; item: InEachLanguage[] } = {
  general: [
    {
      en: 'Can I send it back?',
      de: 'Kann ich es zurückgeben?',
      fr: 'Puis-je le renvoyer ?',
      es: '¿Puedo devolverlo?',
    },
    {
      en: 'How long does delivery take?',
      de: 'Wie lange dauert der Versand?',
      fr: 'Combien de temps prend la livraison ?',
      es: '¿Cuánto tarda el envío?',
    },
    {
      en: 'What do the condition grades mean?',
      de: 'Was bedeuten die Zustandsstufen?',
      fr: 'Que signifient les notes d’état ?',
      es: '¿Qué significan los grados de conservación?',
    },
  ],
  item: [
    {
      en: 'Is there any damage?',
      de: 'Gibt es Schäden?',
      fr: 'Y a-t-il des défauts ?',
      es: '¿Tiene algún daño?',
    },
    {
      en: 'How does it fit?',
      de: 'Wie fällt es aus?',
      fr: 'Comment taille-t-il ?',
      es: '¿Cómo queda de talla?',
    },
    {
      en: 'Can I send it back?',
      de: 'Kann ich es zurückgeben?',
      fr: 'Puis-je le renvoyer ?',
      es: '¿Puedo devolverlo?',
    },
  ],
}
