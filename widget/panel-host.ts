import type { WidgetConfig } from '../protocol/api.ts'
import type { ConversationId } from '../protocol/ids.ts'
import type { Language } from '../protocol/language.ts'
import type { Emit } from './page-events.ts'

/** What the loader gives to the panel. The panel knows nothing else of the page's first bundle. */
export type PanelHost = {
  shop: string
  /** Where the shop's routes begin, without a slash at the end. */
  api: string
  language: Language
  config: WidgetConfig
  root: ShadowRoot
  /** Carries theme, direction and tokens; everything that is drawn stands in it. */
  frame: HTMLElement
  launcher: HTMLElement
  /** The dialog. It stands in the frame while the panel is open, and the panel fills it. */
  shell: HTMLElement
  /** What the page said with `item` before the panel came. */
  item: unknown
  emit: Emit
  open(): unknown
  close(): void
}

/** What the loader may ask of the panel. Made once a page; `opened` and `closed` come and go. */
export type Panel = {
  /** The shell has come into the document. Focus moves only when a shopper opened it. */
  opened(focus: boolean): void
  closed(): void
  /**
   * The calls of the page API that the loader does not answer itself. `ask` fills the composer and
   * `handoff` shows the offer: only a shopper's own click sends. `item` takes `{code}`; `reset`
   * forgets token, conversation and drafts in this browser; `destroy` lets go of everything.
   */
  act(name: string, argument: unknown): void
}

/** What the loader's one storage key holds: enough to know, on a later page, what to load. */
export type StoredConversation = {
  id: ConversationId
  token: string
  phase: string
  /** The last seq that was on screen while the panel was open. */
  seen: number
  open: boolean
}
