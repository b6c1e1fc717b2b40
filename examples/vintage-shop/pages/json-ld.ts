import { Html } from './html.ts'

/** A data block; `<` is written as an escape, so that no text can end the element. */
export function jsonLd(data: object): Html {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return new Html(`<script type="application/ld+json">${json}</script>`)
}
