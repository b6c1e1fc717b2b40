// @vitest-environment happy-dom
import fc from 'fast-check'
import { render } from 'preact'
import { beforeEach, describe, expect, it } from 'vitest'
import { Markup } from './markup.tsx'

let box: HTMLElement
beforeEach(() => {
  box = document.createElement('div')
  document.body.replaceChildren(box)
})

function draw(text: string): HTMLElement {
  render(<Markup text={text} mark={(n) => <sup>{n}</sup>} />, box)
  return box
}

describe('what an answer becomes on screen', () => {
  it('is paragraphs, lines, bold, bullets and marks', () => {
    const { innerHTML } = draw('One **two**\nthree [1]\n\n- four\n- five')
    expect(innerHTML).toBe(
      '<p>One <b>two</b><br>three<sup>1</sup></p><ul class="bullets"><li>four</li><li>five</li></ul>',
    )
  })

  it('links within the shop and to an address, and writes other links out in full', () => {
    draw(
      `[here](${location.origin}/care) [mail](mailto:a@b.example) [Free gift](https://evil.example/?q=1)`,
    )
    const links = [...box.querySelectorAll('a')]
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      `${location.origin}/care`,
      'mailto:a@b.example',
    ])
    for (const link of links) expect(link.rel).toBe('noopener noreferrer nofollow')
    expect(box.textContent).toContain('Free gift (https://evil.example/?q=1)')
  })

  it('never is an element of the text’s own making', () => {
    const part = fc.constantFrom(
      '<img src=x onerror=alert(1)>',
      '<script>',
      '</p>',
      '&lt;b&gt;',
      '**',
      '[1]',
      '[a](javascript:alert(1))',
      'https://evil.example/a.png',
      '\n',
      '- ',
      'words ',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        draw(parts.join(''))
        for (const element of box.querySelectorAll('*'))
          expect(['P', 'BR', 'B', 'UL', 'LI', 'SUP', 'A']).toContain(element.tagName)
        for (const link of box.querySelectorAll('a'))
          expect(link.href).toMatch(/^(http:|https:|mailto:)/)
      }),
    )
  })

  it('is text even where a vnode was sent in its place', () => {
    const forged: unknown = JSON.parse(
      '{"type":"img","props":{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=1>"}},"__v":1}',
    )
    render(<Markup text={forged as string} mark={() => null} />, box)
    expect(box.querySelector('img')).toBeNull()
  })
})
