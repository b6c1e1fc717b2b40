import type { WidgetConfig } from '../protocol/api.ts'
import { buildSurface } from './build-surface.ts'
import { CHAT_WITH, chooseLanguage } from './loader-texts.ts'
import type { Emit } from './page-events.ts'
import type { mountPanel } from './panel/panel.tsx'
import type { Panel } from './panel-host.ts'
import { hasNews, readStoredConversation } from './stored-conversation.ts'

/** Set by the build: the panel's file, whose name changes with what is in it. */
declare const __PANEL_FILE__: string

/** Launcher, shell and the way to the panel, which comes when somebody wants it. */
export function runWidget(page: {
  script: HTMLScriptElement
  shop: string
  api: string
  config: WidgetConfig
  emit: Emit
}) {
  const { script, shop, api, config, emit } = page
  const html = document.documentElement
  const language = chooseLanguage([script.dataset.language, html.lang], config.shop.language)
  const surface = buildSurface(CHAT_WITH[language], config.shop.name)
  const { element, root, frame, launcher, shell } = surface

  let panel: Promise<Panel> | undefined
  let item: unknown
  let cameFrom: Element | null

  function loadPanel(): Promise<Panel> {
    panel ??= import(/* @vite-ignore */ new URL(`/widget/${__PANEL_FILE__}`, script.src).href)
      .then((module: { mountPanel: typeof mountPanel }) =>
        module.mountPanel({ ...page, ...surface, language, item, open, close }),
      )
      .catch(() => {
        panel = undefined
        close()
        emit('error', { code: 'unavailable' })
        // Whoever waits for this panel waits for ever; the next wish tries again.
        return new Promise<never>(() => {})
      })
    return panel
  }

  /** The shell is in the document when this returns; what the panel draws comes a frame later. */
  function open(focus = true): Promise<Panel> {
    if (!shell.isConnected) {
      cameFrom = focus ? (root.activeElement ?? document.activeElement) : launcher
      shell.replaceChildren(surface.header)
      frame.append(shell)
      frame.showPopover?.()
      if (focus) shell.focus()
      applyScheme()
      emit('open', undefined)
      const loading = loadPanel()
      requestAnimationFrame(() =>
        setTimeout(() => loading.then((loaded) => shell.isConnected && loaded.opened(focus))),
      )
    }
    return loadPanel()
  }

  function close(): void {
    if (!shell.isConnected) return
    panel?.then((loaded) => loaded.closed())
    shell.remove()
    frame.hidePopover?.()
    if (cameFrom instanceof HTMLElement) cameFrom.focus()
    emit('close', undefined)
  }

  /** The script tag's word, else the shop's, else the page's; without one the system's. */
  function applyScheme(): void {
    const named = [script.dataset.theme, config.theme.scheme, html.dataset.theme]
    frame.style.colorScheme = named.find((name) => name === 'light' || name === 'dark') ?? ''
  }

  /** A call of the page API. Only what needs the panel brings it; a name that nobody knows does nothing. */
  function act(name: string, argument: unknown): void {
    const pass = (loaded: Panel) => loaded.act(name, argument)
    if (name === 'open' || (name === 'toggle' && !shell.isConnected)) open()
    else if (name === 'close' || name === 'toggle') close()
    if (name === 'show' || name === 'hide') launcher.hidden = name === 'hide'
    if (name === 'ask' || name === 'handoff') open().then(pass)
    if (name === 'reset') loadPanel().then(pass)
    if (name === 'item' || name === 'destroy') panel?.then(pass)
    if (name === 'item') item = argument
    if (name === 'destroy') {
      close()
      document.removeEventListener('click', askFromPage)
      element.remove()
    }
  }

  function askFromPage(event: MouseEvent): void {
    const asker = event.target instanceof Element && event.target.closest('[data-counterbell-ask]')
    if (!asker) return
    event.preventDefault()
    act('ask', asker.getAttribute('data-counterbell-ask'))
  }

  /** After load and idle: what an earlier page left open or unread. */
  async function resume(): Promise<void> {
    const stored = readStoredConversation(shop)
    // A full sheet would cover the page that the shopper just went to.
    if (stored?.open && innerWidth > 480) open(false)
    else if (stored && (await hasNews(api, stored))) loadPanel()
  }

  frame.lang = language
  frame.dir = getComputedStyle(html).direction
  frame.style.setProperty('--acc', config.theme.accent ?? '')
  applyScheme()
  html.append(element)
  launcher.onclick = () => open()
  launcher.onpointerenter = launcher.onfocus = loadPanel
  surface.closer.onclick = close
  document.addEventListener('click', askFromPage)
  return { act, resume }
}
