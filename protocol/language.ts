import * as v from 'valibot'

export const LANGUAGES = ['en', 'de', 'fr', 'es'] as const
/** The languages that the widget and the assistant's own sentences exist in. */
export const Language = v.picklist(LANGUAGES)
export type Language = v.InferOutput<typeof Language>
