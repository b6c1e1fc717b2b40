import type { Locator } from 'playwright-core'

/** Every text that stands below a place, to the letter but for blanks at its end: one entry a text node. */
export async function shownTexts(place: Locator): Promise<string[]> {
  const texts = await place.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode()) found.push(walker.currentNode.nodeValue ?? '')
    return found
  })
  // A screen may hang a mark on the word before it.
  return texts.map((text) => text.trimEnd())
}
