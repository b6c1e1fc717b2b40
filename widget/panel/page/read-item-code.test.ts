// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { readItemCode } from './read-item-code.ts'

beforeEach(() => {
  document.head.replaceChildren()
  document.body.replaceChildren()
  document.body.removeAttribute('data-counterbell-item')
})

function addData(data: unknown): void {
  const script = document.createElement('script')
  script.type = 'application/ld+json'
  script.textContent = typeof data === 'string' ? data : JSON.stringify(data)
  document.head.append(script)
}

const product = (sku: unknown) => ({ '@type': 'Product', sku })

describe('the page’s item', () => {
  it('is what the shop names, before anything else', () => {
    addData(product('DATA'))
    document.body.setAttribute('data-counterbell-item', ' NAMED ')
    expect(readItemCode(document)).toBe('NAMED')
  })

  it('is the one product of the JSON-LD, also in arrays, graphs and with several types', () => {
    for (const data of [
      product('A-1'),
      [{ '@type': 'BreadcrumbList' }, product('A-1')],
      { '@graph': [{ '@type': 'WebPage' }, product('A-1')] },
      { '@type': ['Product', 'Thing'], sku: 'A-1' },
      { '@type': 'Product', productID: 'A-1' },
    ]) {
      document.head.replaceChildren()
      addData(data)
      expect(readItemCode(document)).toBe('A-1')
    }
    document.head.replaceChildren()
    addData(product(412))
    expect(readItemCode(document)).toBe('412')
  })

  it('is none on a list, on broken data, and none that is nested in other things', () => {
    addData([product('A-1'), product('A-2')])
    expect(readItemCode(document)).toBeUndefined()
    document.head.replaceChildren()
    addData('{broken')
    addData({ '@type': 'ItemList', itemListElement: [{ item: product('A-1') }] })
    addData(null)
    expect(readItemCode(document)).toBeUndefined()
  })

  it('is what Open Graph says when there is nothing better', () => {
    const meta = document.createElement('meta')
    meta.setAttribute('property', 'product:retailer_item_id')
    meta.setAttribute('content', 'OG-1')
    document.head.append(meta)
    expect(readItemCode(document)).toBe('OG-1')
  })

  it('is no code longer than the server takes, and none of huge data', () => {
    addData(product('x'.repeat(101)))
    expect(readItemCode(document)).toBeUndefined()
    document.head.replaceChildren()
    addData({ ...product('A-1'), description: 'x'.repeat(200_000) })
    expect(readItemCode(document)).toBeUndefined()
  })
})
