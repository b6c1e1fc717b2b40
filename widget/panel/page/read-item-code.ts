import { parseJson } from '../storage/parse-json.ts'

const LONGEST_CODE_UNITS = 100
const LONGEST_DATA_UNITS = 200_000

/**
 * The code of the one item that a page is about: what the shop says itself, else JSON-LD, else Open
 * Graph. A page that lists several items is about none. Nothing else of the page is read.
 */
export function readItemCode(page: Document): string | undefined {
  const named = page.querySelector('[data-counterbell-item]')?.getAttribute('data-counterbell-item')
  return asCode(named) ?? codeInData(page) ?? codeInMeta(page)
}

function codeInData(page: Document): string | undefined {
  const codes = new Set<string>()
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? ''
    if (text.length < LONGEST_DATA_UNITS) collectCodes(parseJson(text), codes)
  }
  return codes.size === 1 ? [...codes][0] : undefined
}

/** Products at the top, in an array or in a `@graph`; products inside other things are not the page's. */
function collectCodes(data: unknown, codes: Set<string>): void {
  if (Array.isArray(data)) {
    for (const entry of data) collectCodes(entry, codes)
  } else if (isRecord(data)) {
    if ([data['@type']].flat().includes('Product')) {
      const code = asCode(data.sku) ?? asCode(data.productID)
      if (code) codes.add(code)
    }
    if (Array.isArray(data['@graph'])) collectCodes(data['@graph'], codes)
  }
}

function codeInMeta(page: Document): string | undefined {
  const meta = page.querySelector('meta[property="product:retailer_item_id"]')
  return asCode(meta?.getAttribute('content'))
}

function asCode(value: unknown): string | undefined {
  const code = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  return code && code.length <= LONGEST_CODE_UNITS ? code : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
