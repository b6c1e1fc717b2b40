import { render } from 'preact'
import type { Panel, PanelHost } from '../panel-host.ts'
import { createApiClient } from './connection/api-client.ts'
import { accentTokens } from './correct-accent.ts'
import { fitKeyboard } from './fit-keyboard.ts'
import { keepKeys } from './keep-keys.ts'
import { loadTexts } from './languages/load-texts.ts'
import { createPageItem } from './page/page-item.ts'
import styles from './panel.css?inline'
import { createSession, type Lasting } from './session.ts'
import { createPanelStorage } from './storage/panel-storage.ts'
import { createAtom } from './store/atom.ts'
import { PanelView } from './views/panel-view.tsx'
import { Slip } from './views/slip.tsx'
import { applyTextSize } from './views/text-size.ts'

const SHEET = '(max-width: 480px)'

/** The panel behind the loader's shell. Its model lives as long as the page, its views while it is open. */
export async function mountPanel(host: PanelHost): Promise<Panel> {
  const { shell, frame } = host
  const texts = await loadTexts(host.language)
  const storage = createPanelStorage(host.shop)
  const api = createApiClient(host.api, () => storage.read('token'))
  const lasting: Lasting = {
    texts,
    language: host.language,
    config: host.config,
    locale: navigator.languages.find((tag) => tag.startsWith(host.language)) ?? host.language,
    api,
    storage,
    pageItem: createPageItem(api, host.item),
    draft: createAtom(storage.read('draft') ?? ''),
    isTyping: createAtom(false),
    close: host.close,
    startOver,
  }
  const slip = document.createElement('div')
  const isSheet = () => matchMedia(SHEET).matches
  let isOpen = false
  let session = createSession(host, lasting, renew)

  dress(host)
  frame.append(slip)
  keepKeys(shell, isSheet, host.close)
  const leaveKeyboard = fitKeyboard(frame, lasting.isTyping)
  addEventListener('storage', followOtherTab)
  draw()

  function draw(): void {
    const { contents, unread } = session
    render(isOpen ? <PanelView contents={contents} /> : null, shell)
    render(
      isOpen ? null : <Slip contents={contents} messages={unread.messages} open={host.open} />,
      slip,
    )
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
    leaveKeyboard()
    removeEventListener('storage', followOtherTab)
    lasting.pageItem.dispose()
    session.dispose()
    render(null, slip)
  }

  return { opened, closed, act }
}

function dress({ root, frame, config }: PanelHost): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  const tokens = accentTokens(config.theme.accent ?? '')
  for (const [name, value] of Object.entries(tokens ?? {})) frame.style.setProperty(name, value)
}
