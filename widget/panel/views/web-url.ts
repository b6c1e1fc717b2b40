/** The http or https address that `text` is, on the page's own where it is relative; else null. */
export function webUrl(text: string | undefined): string | null {
  if (!text) return null
  try {
    const { protocol, href } = new URL(text, location.href)
    return /^https?:$/.test(protocol) ? href : null
  } catch {
    return null
  }
}
