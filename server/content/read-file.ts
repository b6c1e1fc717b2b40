import type { IngestFile } from './ingest-file.ts'
import type { ParsedSource, RefusalReason } from './parsed-source.ts'
import { decodeUtf8 } from './readers/decode-utf8.ts'
import { readItemsCsv } from './readers/items-csv.ts'
import { readMarkdown } from './readers/markdown.ts'

const LIMIT_BYTES = { items: 20_000_000, text: 1_000_000 } as const

/** Whether a name is one of a file that can be ingested. */
export function isContentFile(name: string): boolean {
  return kindOf(name) !== undefined
}

/** A file as rows or articles. Its reader is chosen by its name's ending. */
export function readFile({ name, bytes, siteUrl }: IngestFile): ParsedSource {
  const kind = kindOf(name)
  if (kind === undefined) {
    return unusable('text', 'kind_unknown', 'Give a file that ends in .csv, .tsv, .md or .txt.')
  }
  if (bytes.length > LIMIT_BYTES[kind]) {
    const message = `The file is larger than ${LIMIT_BYTES[kind] / 1_000_000} MB. Split it.`
    return unusable(kind, 'file_too_large', message)
  }
  const text = decodeUtf8(bytes)
  if (text === undefined) {
    return unusable(kind, 'not_utf8', 'Save the file as UTF-8 and ingest it again.')
  }
  if (text.trim() === '') {
    return unusable(kind, 'file_empty', 'The file is empty. What the shop had of it stays.')
  }
  return kind === 'items' ? readItemsCsv(text, siteUrl) : readMarkdown(text, name, siteUrl)
}

function kindOf(name: string): 'items' | 'text' | undefined {
  if (/\.(?:csv|tsv)$/i.test(name)) return 'items'
  return /\.(?:md|markdown|txt)$/i.test(name) ? 'text' : undefined
}

function unusable(kind: 'items' | 'text', reason: RefusalReason, message: string): ParsedSource {
  const refused = [{ line: 1, reason, message }]
  return kind === 'items'
    ? { kind, rows: [], refused, columns: [], unusable: true }
    : { kind, articles: [], refused, unusable: true }
}
