import type { ComponentChildren } from 'preact'
import { usePanel } from './panel-context.ts'
import { webUrl } from './web-url.ts'

/** To the shop's own words on privacy, where it gave an address for them. */
export function PrivacyLink({ children }: { children: ComponentChildren }) {
  const url = webUrl(usePanel().config.privacyUrl)
  if (!url) return null
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}
