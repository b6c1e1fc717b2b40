import { LEAK_HOST } from './payloads.ts'

/** A stock list with a payload in every cell that takes text, four a row, and one in a header. */
export function hostileStock(payloads: readonly string[]): { file: string; codes: string[] } {
  const header = ['code', 'title', 'fabric', 'condition_notes', 'condition_grade', '<img src=x>']
  const texts = writable(payloads)
  const rows = []
  for (let at = 0; at < texts.length; at += 4) {
    const four = [0, 1, 2, 3].map((n) => texts[at + n] ?? 'Wool')
    rows.push([`XSS-${at}`, ...four, texts[at] ?? ''])
  }
  return { file: asCsv([header, ...rows]), codes: firstCells(rows) }
}

/** A stock list whose addresses are payloads: what it keeps of them becomes links and pictures. */
export function hostileAddresses(payloads: readonly string[]): { file: string; codes: string[] } {
  const rows = writable(payloads).flatMap((text, n) => [
    [`URL-${n}`, 'A coat', text, ''],
    // A picture of another host would be the shop's own wish.
    ...(text.includes(LEAK_HOST) ? [] : [[`IMG-${n}`, 'A coat', '', text]]),
  ])
  return { file: asCsv([['code', 'title', 'url', 'image'], ...rows]), codes: firstCells(rows) }
}

/** A page of rules, each to be asked for by a word of its own; its HTML is escaped, so that it comes out as text. */
export function hostileRules(payloads: readonly string[]): { file: string; words: string[] } {
  const rules = writable(payloads).map((text, n) => ({ word: `zebra${n}`, text: escaped(text) }))
  const sections = rules.map(
    ({ word, text }) => `## The ${word} rule\n\nThe ${word} rule says ${text} and no more.\n`,
  )
  return { file: `# Rules\n\n${sections.join('\n')}`, words: rules.map(({ word }) => word) }
}

/** What a file can hold: with a NUL it is no text. */
function writable(payloads: readonly string[]): string[] {
  return payloads.filter((text) => !text.includes('\0'))
}

function firstCells(rows: readonly string[][]): string[] {
  return rows.map(([first = '']) => first)
}

function asCsv(rows: readonly string[][]): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll(/[\\`*_{}[\]()#+!|~-]/g, '\\$&')
}
