import { Lexer, type Token, type Tokens } from 'marked'
import type { ParsedArticle, ParsedText, Refusal } from '../parsed-source.ts'
import { dropHiddenHtml } from './drop-hidden-html.ts'
import { dropInvisible } from './drop-invisible.ts'
import { inlineText } from './inline-text.ts'
import { type Block, packBlocks } from './pack-blocks.ts'

/** Deeper nesting is no text of a shop, and the lexer calls itself once a level. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){25}/m
const FRONT_MATTER = /^---\r?\n([\s\S]{0,2000}?)\r?\n---(?:\r?\n|$)/

/**
 * Reads Markdown into articles, one for each heading of the first level, and passages, one for each
 * section below it. Only text comes out: no HTML, no images, nothing that a page would hide.
 */
export function readMarkdown(
  text: string,
  fileName: string,
  siteUrl: string | undefined,
): ParsedText {
  const tooDeep = TOO_DEEP.exec(text)
  if (tooDeep !== null) {
    const line = text.slice(0, tooDeep.index).split('\n').length
    return unreadable({
      line,
      reason: 'text_unreadable',
      message: 'Lists and quotes nest too deeply here. Use at most 24 levels.',
    })
  }
  const front = FRONT_MATTER.exec(text)
  const fields = frontFields(front?.[1] ?? '')
  const body = text.slice(front?.[0].length ?? 0)
  const url = siteAddress(fields.get('url'), siteUrl)
  // Block tokens only: the lexer's inline rules take minutes on crafted emphasis, ours are linear.
  const tokens = new Lexer({ gfm: true }).blockTokens(dropHiddenHtml(body), [])
  const articles = toArticles(tokens, fields.get('title') ?? titleOf(fileName), url)
  if (articles.length > 0) return { kind: 'text', articles, refused: [] }
  return unreadable({
    line: 1,
    reason: 'file_empty',
    message: 'There is no text in this file. Write some and ingest it again.',
  })
}

function unreadable(refusal: Refusal): ParsedText {
  return { kind: 'text', articles: [], refused: [refusal], unusable: true }
}

function frontFields(front: string): ReadonlyMap<string, string> {
  const lines = front.split(/\r?\n/).map((line) => /^([a-z]+):\s*(.+)$/i.exec(line))
  return new Map(
    lines.flatMap((match) =>
      match ? [[(match[1] ?? '').toLowerCase(), (match[2] ?? '').replace(/^["']|["']$/g, '')]] : [],
    ),
  )
}

function siteAddress(path: string | undefined, siteUrl: string | undefined): string | undefined {
  if (path === undefined || !URL.canParse(path, siteUrl)) return undefined
  const url = new URL(path, siteUrl)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined
}

/** `shipping-and-returns.md` is "Shipping and returns". */
function titleOf(fileName: string): string {
  const name = fileName
    .replace(/^.*[\\/]/, '')
    .replace(/\.[a-z]+$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function toArticles(tokens: Token[], title: string, url: string | undefined): ParsedArticle[] {
  const articles: ParsedArticle[] = []
  let article: ParsedArticle = { title, ...(url !== undefined && { url }), passages: [] }
  let headings: string[] = []
  let blocks: Block[] = []
  const endSection = () => {
    article.passages.push(...packBlocks(blocks).map((text) => ({ headings, text })))
    blocks = []
  }
  for (const token of tokens) {
    if (!isHeading(token)) {
      blocks.push(...blocksOf(token))
      continue
    }
    endSection()
    const heading = plain(token.text)
    if (token.depth === 1) {
      articles.push(article)
      article = { title: heading || title, ...(url !== undefined && { url }), passages: [] }
      headings = []
    } else if (heading !== '') {
      headings = [...headings.slice(0, token.depth - 2), heading]
    }
  }
  endSection()
  return [...articles, article].filter(({ passages }) => passages.length > 0)
}

const plain = (markdown: string) => dropInvisible(inlineText(markdown)).trim()

/** What a token says, a block for each paragraph, list item, table row or line of code. */
function blocksOf(token: Token): Block[] {
  if (isList(token)) return token.items.flatMap((item) => listItem(item.tokens))
  if (isTable(token))
    return token.rows.map((row) => ({ text: tableRow(token.header, row), tight: true }))
  if (token.type === 'code') return block(dropInvisible(token.text))
  if (token.type === 'blockquote') return (token.tokens ?? []).flatMap(blocksOf)
  if ('text' in token && token.type !== 'def') return block(plain(token.text))
  return []
}

function block(text: string): Block[] {
  return text === '' ? [] : [{ text, tight: false }]
}

function listItem(tokens: Token[]): Block[] {
  const [first, ...rest] = tokens.flatMap(blocksOf)
  if (first === undefined) return []
  return [
    { text: `- ${first.text}`, tight: true },
    ...rest.map((next) => ({ ...next, tight: true })),
  ]
}

/** Each cell behind its column's name, so that a row is understood alone. */
function tableRow(header: Tokens.TableCell[], row: Tokens.TableCell[]): string {
  const cells = row.map((cell, at) => {
    const name = plain(header[at]?.text ?? '')
    const value = plain(cell.text)
    return name === '' || value === '' ? value : `${name}: ${value}`
  })
  return cells.filter((cell) => cell !== '').join('; ')
}

// marked types a token as a union that any custom token may join, so `type` alone narrows nothing.
const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading'
const isList = (token: Token): token is Tokens.List => token.type === 'list'
const isTable = (token: Token): token is Tokens.Table => token.type === 'table'
