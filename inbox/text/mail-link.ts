/** A `mailto:` that holds the address and nothing else, whatever somebody gave as one. */
export function mailLink(email: string): string {
  const at = email.lastIndexOf('@')
  const encode = encodeURIComponent
  return `mailto:${encode(email.slice(0, at))}@${encode(email.slice(at + 1))}`
}
