/** Markup that may be placed in a page as it stands. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

export type Fill = Html | string | number | false | null | undefined | readonly Fill[]

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}

function fill(value: Fill): string {
  if (value instanceof Html) return value.markup
  if (typeof value === 'string') return escapeText(value)
  if (typeof value === 'number') return String(value)
  if (!value) return ''
  return value.map(fill).join('')
}

/** The one way text gets into a page: every filled value is escaped unless it is Html already. */
export function html(parts: TemplateStringsArray, ...values: Fill[]): Html {
  return new Html(parts.reduce((page, part, i) => page + fill(values[i - 1]) + part))
}
