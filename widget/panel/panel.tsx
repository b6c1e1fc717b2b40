import { render } from 'preact'
import type { Panel, PanelHost } from '../panel-host.ts'
import { adoptStyles } from './adopt-styles.ts'
import { keepFocus } from './keep-focus.ts'
import { keepKeys } from './keep-keys.ts'
import { loadTexts } from './languages/load-texts.ts'
import { createApiClient } from './model/api-client.ts'
import { createPageItem } from './page/page-item.ts'
import styles from './panel.css?inline'
import { createSession, type Lasting } from './session.ts'
import { createPanelStorage } from './storage/panel-storage.ts'
import { createAtom } from './store/atom.ts'
import { News } from './views/news.tsx'
import { PanelView } from './views/panel-view.tsx'
import { applyTextSize } from './views/text-size.ts'

const SHEET = '(max-width: 480px)'

/** The panel behind the loader's shell. Its model lives as long as the page, its views while it is open. */
export async function mountPanel(host: PanelHost): Promise<Panel> {
  const { root, shell, frame } = host
  const [texts] = await Promise.all([loadTexts(host.language), dress(host)])
  const ending = new AbortController()
  const { signal } = ending
  const storage = createPanelStorage(host.shop)
  const api = createApiClient(host.api, () => storage.read('token'))
  const lasting: Lasting = {
    texts,
    language: host.language,
    config: host.config,
    locale: navigator.languages.find((tag) => tag.startsWith(host.language)) ?? host.language,
    root,
    api,
    storage,
    pageItem: createPageItem(api, host.item, signal),
    draft: createAtom(storage.read('draft') ?? ''),
    isTyping: createAtom(false),
    open: host.open,
    close: host.close,
    startOver,
  }
  const slip = document.createElement('div')
  const isSheet = () => matchMedia(SHEET).matches
  let isOpen = false
  let session = createSession(host, lasting, renew)

  adoptStyles(root, styles)
  frame.append(slip)
  keepKeys(shell, isSheet, host.close)
  keepFocus(shell, isSheet)
  if (matchMedia('(pointer: coarse)').matches)
    import('./fit-keyboard.ts').then(
      (chunk) => {
        adoptStyles(root, chunk.styles)
        chunk.fitKeyboard(frame, lasting.isTyping, signal)
      },
      // Without it the keyboard covers what it covers.
      () => {},
    )
  addEventListener('storage', followOtherTab, { signal })
  draw()

  function draw(): void {
    render(isOpen ? <PanelView contents={session.contents} /> : null, shell)
    render(isOpen ? null : <News contents={session.contents} unread={session.unread} />, slip)
  }

  function renew(): void {
    session.dispose()
    session = createSession(host, lasting, renew)
    session.setOpen(isOpen)
    draw()
  }

  function reset(): void {
    storage.clear()
    lasting.draft.set('')
    renew()
    if (isOpen) shell.focus()
  }

  /** A waiting handoff is cancelled first: nobody shall wait for a shopper who is gone. */
  async function startOver(): Promise<void> {
    const { model } = session.contents
    if (model.thread.get().conversation?.phase.name === 'waiting') await model.cancelHandoff()
    reset()
  }

  /** Another tab began a conversation, or forgot this one. */
  function followOtherTab(event: StorageEvent): void {
    if (event.key !== null && event.key !== `cb:${host.shop}:conversation`) return
    const stored = storage.read('conversation')
    const mine = session.contents.model.thread.get().conversation?.id
    if (!stored || !mine || !stored.includes(mine)) renew()
  }

  function opened(focus: boolean): void {
    isOpen = true
    shell.ariaModal = String(isSheet())
    shell.replaceChildren()
    applyTextSize(shell, storage.read('size'))
    lasting.pageItem.read()
    session.setOpen(true)
    draw()
    if (focus && !isSheet()) shell.querySelector('textarea')?.focus()
  }

  function closed(): void {
    isOpen = false
    session.setOpen(false)
    draw()
  }

  function act(name: string, argument: unknown): void {
    const { contents } = session
    if (name === 'ask') lasting.draft.set(String(argument ?? ''))
    if (name === 'handoff') contents.isOffered.set(true)
    if (name === 'item') lasting.pageItem.setCode(argument)
    if (name === 'reset') reset()
    if (name !== 'destroy') return
    ending.abort()
    session.dispose()
    render(null, slip)
  }

  return { opened, closed, act }
}

/** The shop's colour, so that it can be read, for both schemes; only shops that have one fetch what corrects it. */
async function dress({ shell, config }: PanelHost): Promise<void> {
  if (!config.theme.accent) return
  const chunk = await import('./accent/accent-tokens.ts')
  const tokens = chunk.accentTokens(config.theme.accent)
  for (const [name, value] of Object.entries(tokens ?? {})) shell.style.setProperty(name, value)
}
