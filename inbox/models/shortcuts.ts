export type ShortcutAction =
  | 'next'
  | 'previous'
  | 'back'
  | 'longest_wait'
  | 'first_unread'
  | 'take_over'
  | 'reply'
  | 'note'
  | 'hand_back'
  | 'resolve'
  | 'fold_brief'
  | 'fold_details'
  | 'show_keys'
  | 'go'
  | 'go_needs_person'
  | 'go_mine'
  | 'go_all'

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>
export type KeyPlace = {
  /** The focus is where letters are text. */
  typing: boolean
  /** G was pressed a moment ago. */
  going: boolean
  singleKeys: boolean
}

const PLAIN: Record<string, ShortcutAction> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Escape: 'back',
}
const SINGLE: Record<string, ShortcutAction> = {
  w: 'longest_wait',
  u: 'first_unread',
  t: 'take_over',
  r: 'reply',
  n: 'note',
  h: 'hand_back',
  e: 'resolve',
  b: 'fold_brief',
  ']': 'fold_details',
  '?': 'show_keys',
  g: 'go',
}
const AFTER_G: Record<string, ShortcutAction> = { p: 'go_needs_person', m: 'go_mine', a: 'go_all' }

/** What a key means. While typing only Escape does; single letters can be switched off. */
export function shortcutOf(press: KeyPress, place: KeyPlace): ShortcutAction | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  if (place.typing) return press.key === 'Escape' ? 'back' : null
  const plain = PLAIN[press.key]
  if (plain) return plain
  if (!place.singleKeys) return null
  const key = press.key.toLowerCase()
  return (place.going ? AFTER_G[key] : undefined) ?? SINGLE[key] ?? null
}
