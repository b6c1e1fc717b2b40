import type { Locator } from 'playwright-core'

/** Every text that stands below a place, to the letter: one entry a text node. */
export function shownTexts(place: Locator): Promise<string[]> {
  return place.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '')
    return texts
  })
}
