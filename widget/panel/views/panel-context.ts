import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { WidgetConfig } from '../../../protocol/api.ts'
import type { Language } from '../../../protocol/language.ts'
import type { Texts } from '../languages/en.ts'
import type { ApiClient } from '../model/api-client.ts'
import type { ConversationModel } from '../model/conversation-model.ts'
import type { PageItem } from '../page/page-item.ts'
import type { PanelStorage } from '../storage/panel-storage.ts'
import type { Atom } from '../store/atom.ts'

export type News = { id: string; words: string }

/** What every view may need: words, state to watch, and what one can do. */
export type PanelContents = {
  texts: Texts
  language: Language
  config: WidgetConfig
  /** For times, prices and lists; the browser's own region where it speaks the panel's language. */
  locale: string
  root: ShadowRoot
  api: ApiClient
  storage: PanelStorage
  model: ConversationModel
  pageItem: PageItem
  draft: Atom<string>
  /** What a screen reader is told, the last of it: finished messages of others, and that one is coming. */
  news: Atom<readonly News[]>
  /** The page asked for the offer of a person to be shown. */
  isOffered: Atom<boolean>
  /** The seq of the last message whose slip was closed by hand. */
  hiddenSlip: Atom<number>
  /** On a phone, while its keyboard is up: writing comes first. */
  isTyping: Atom<boolean>
  open(): unknown
  close(): void
  startOver(): Promise<void>
}

export const PanelContext = createContext<PanelContents | null>(null)

export function usePanel(): PanelContents {
  const contents = useContext(PanelContext)
  if (!contents) throw new Error('Outside of the panel.')
  return contents
}
