const SHORTEST_PART = 4
/** What German puts between the parts of a word. */
const LINKS = ['', 's', 'n', 'en', 'es']

/** `Lederjacke` as `leder` and `jacke` when both are known; `lightsensor` as `light` and `sensor`. */
export function splitCompound(
  word: string,
  isKnown: (part: string) => boolean,
): [string, string] | undefined {
  if (word.length < 2 * SHORTEST_PART || !/^[a-z]+$/.test(word)) return undefined
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const tail = word.slice(at)
    if (!isKnown(tail)) continue
    const head = word.slice(0, at)
    for (const link of LINKS) {
      const part = head.slice(0, head.length - link.length)
      if (head.endsWith(link) && part.length >= SHORTEST_PART && isKnown(part)) return [part, tail]
    }
  }
  return undefined
}
