/**
 * Characters that show nothing: controls, soft hyphen, zero-width, direction marks, fillers, variation
 * selectors and the tags of U+E0000. They can carry text that no person sees.
 */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu

/** A text as a person sees it: what has no width or shape is gone. */
export function dropInvisible(text: string): string {
  return text.replace(INVISIBLE, '')
}
