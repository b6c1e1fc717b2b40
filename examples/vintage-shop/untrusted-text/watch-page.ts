import type { BrowserContext, Page } from 'playwright-core'

/** Everything that a text can bring a page to do, as it happens. */
export type Watch = {
  mishaps: string[]
  /** Those that the pages themselves noted since they were loaded. */
  noted(page: Page): Promise<string[]>
}

declare global {
  interface Window {
    mishaps: string[]
  }
}

/** What panel and inbox are made of. Any other element came out of a text. */
const OWN_ELEMENTS =
  'a article aside b bdi blockquote br button circle counterbell-chat dd details div dl dt ellipse ' +
  'footer form g h1 h2 h3 h4 header hr i img input kbd label legend li line main mark nav ol p path ' +
  'polyline rect s section small span strong summary sup svg text textarea time ul'

/**
 * Watches every page of a context: code that runs, elements and attributes that nobody of ours makes, in
 * shadow roots too, requests to somewhere else, refusals of a policy, windows and dialogs.
 */
export async function watchPages(
  context: BrowserContext,
  knownOrigins: readonly string[],
): Promise<Watch> {
  const mishaps: string[] = []
  const note = (text: string) => void mishaps.push(text.slice(0, 300))
  const known = [...knownOrigins, ...knownOrigins.map((origin) => origin.replace(/^http/, 'ws'))]
  const isKnown = (url: string) => known.includes(new URL(url).origin) || url.startsWith('data:')

  await context.addInitScript(watchFromWithin, {
    elements: OWN_ELEMENTS.split(' '),
    origins: [...knownOrigins],
  })
  context.on('request', (request) => {
    if (!isKnown(request.url())) note(`asked ${request.url()}`)
    if (request.url().includes('secret')) note(`told in an address: ${request.url()}`)
  })
  for (const page of context.pages()) watchFromOutside(page)
  context.on('page', (page) => {
    note(`opened a window at ${page.url()}`)
  })

  function watchFromOutside(page: Page): void {
    page.on('dialog', (dialog) => {
      note(`dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('pageerror', (error) => note(`error ${error.message}`))
    page.on('download', (download) => note(`downloaded ${download.url()}`))
    page.on('websocket', (socket) => {
      if (!isKnown(socket.url())) note(`socket to ${socket.url()}`)
    })
    page.on('framenavigated', (frame) => {
      if (!isKnown(frame.url()) && frame.url() !== 'about:blank') note(`went to ${frame.url()}`)
      if (frame.parentFrame()) note(`made a frame of ${frame.url()}`)
    })
  }

  return { mishaps, noted: (page) => page.evaluate(() => window.mishaps) }
}

/** Runs in the page before anything of it, so it must stand on its own. */
function watchFromWithin({ elements, origins }: { elements: string[]; origins: string[] }): void {
  const mishaps: string[] = []
  window.mishaps = mishaps
  const own = new Set(elements)
  const note = (text: string) => void mishaps.push(text.slice(0, 300))
  for (const name of ['canary', 'alert', 'confirm', 'prompt', 'print', 'open']) {
    Object.assign(window, { [name]: (...said: unknown[]) => note(`ran ${name}(${said})`) })
  }
  document.addEventListener('securitypolicyviolation', (event) =>
    note(`policy ${event.violatedDirective} refused ${event.blockedURI} ${event.sample}`),
  )

  function judgeAttribute(element: Element, { name, value }: Attr): void {
    const at = `<${element.localName} ${name}="${value}">`
    if (/^on/i.test(name) || /^(srcdoc|formaction|action|ping|background)$/.test(name)) note(at)
    if (name === 'style' && /url\(|expression|@import/i.test(value)) note(at)
    if (!/^((xlink:)?href|src|srcset|data|poster)$/.test(name) || value.startsWith('#')) return
    if (name === 'href') {
      if (!/^(https?|mailto):$/.test(new URL(value, location.href).protocol)) note(at)
    } else if (!origins.includes(new URL(value, location.href).origin)) note(at)
  }

  function judge(node: Node): void {
    if (!(node instanceof Element)) return
    for (const element of [node, ...node.querySelectorAll('*')]) {
      if (!own.has(element.localName)) note(`made <${element.localName}>`)
      for (const attribute of element.attributes) judgeAttribute(element, attribute)
    }
  }

  function watch(root: Node): void {
    new MutationObserver((records) => {
      for (const { type, target, addedNodes, attributeName } of records) {
        if (type === 'childList') addedNodes.forEach(judge)
        const attribute = attributeName && (target as Element).getAttributeNode(attributeName)
        if (attribute) judgeAttribute(target as Element, attribute)
      }
    }).observe(root, { childList: true, subtree: true, attributes: true })
  }

  const attachShadow = Element.prototype.attachShadow
  Element.prototype.attachShadow = function attachWatched(options) {
    const root = attachShadow.call(this, options)
    watch(root)
    return root
  }
  // What the parser makes of the page itself is the page's own.
  addEventListener('DOMContentLoaded', () => watch(document), { once: true })
}
