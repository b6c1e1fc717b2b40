import { Marked, type Token } from 'marked'
import { escapeText, Html } from '../pages/html.ts'

export interface Section {
  id: string
  heading: string
  depth: number
  /** The paragraphs as plain text, for pages that lay them out themselves. */
  paragraphs: string[]
  body: Html
}

export interface Article {
  title: string
  intro: string
  sections: Section[]
}

// markup in a content file is shown, not obeyed
const marked = new Marked({ renderer: { html: ({ text }) => escapeText(text) } })

const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const paragraphsOf = (tokens: Token[]): string[] =>
  tokens.flatMap((token) => (token.type === 'paragraph' ? [token.text as string] : []))

/** The lines between `---` say where the article is shown, for whoever else reads the file. */
const FRONT_MATTER = /^---\n.*?\n---\n/s

export function readArticle(markdown: string): Article {
  const parts: { heading: string; depth: number; tokens: Token[] }[] = []
  for (const token of marked.lexer(markdown.replace(FRONT_MATTER, ''))) {
    if (token.type === 'heading')
      parts.push({ heading: token.text as string, depth: token.depth as number, tokens: [] })
    else parts.at(-1)?.tokens.push(token)
  }
  const [first, ...rest] = parts
  return {
    title: first?.heading ?? '',
    intro: paragraphsOf(first?.tokens ?? []).join(' '),
    sections: rest.map(({ heading, depth, tokens }) => ({
      id: slug(heading),
      heading,
      depth,
      paragraphs: paragraphsOf(tokens),
      body: new Html(marked.parser(tokens)),
    })),
  }
}
