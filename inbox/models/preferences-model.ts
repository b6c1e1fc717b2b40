import { effect, signal } from '@preact/signals'

export type Theme = 'auto' | 'light' | 'dark'
export type Density = 'comfortable' | 'compact'
export type PreferencesModel = ReturnType<typeof createPreferencesModel>

const KEY = 'counterbell.inbox.preferences'

/** How one person likes the page on this device. */
export function createPreferencesModel(storage: Storage | null) {
  const kept = read(storage)
  const theme = signal<Theme>(kept.theme)
  const density = signal<Density>(kept.density)
  /** Single keys can be switched off (WCAG 2.1.4). */
  const singleKeys = signal(kept.singleKeys)
  const detailsOpen = signal(kept.detailsOpen)
  const dispose = effect(() => {
    const value = {
      theme: theme.value,
      density: density.value,
      singleKeys: singleKeys.value,
      detailsOpen: detailsOpen.value,
    }
    try {
      storage?.setItem(KEY, JSON.stringify(value))
    } catch {
      // Blocked or full storage forgets the preference, nothing else.
    }
  })
  return { theme, density, singleKeys, detailsOpen, dispose }
}

function read(storage: Storage | null) {
  let found: Record<string, unknown> = {}
  try {
    found = Object(JSON.parse(storage?.getItem(KEY) ?? '{}'))
  } catch {
    // Something else wrote there.
  }
  const theme: Theme = found.theme === 'light' || found.theme === 'dark' ? found.theme : 'auto'
  const density: Density = found.density === 'compact' ? 'compact' : 'comfortable'
  return {
    theme,
    density,
    singleKeys: found.singleKeys !== false,
    detailsOpen: found.detailsOpen !== false,
  }
}

/** Keeps the page's attributes as preferences and system say; returns what stops it. */
export function applyAppearance(
  root: HTMLElement,
  { theme, density }: PreferencesModel,
): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const systemDark = signal(system.matches)
  const changed = () => {
    systemDark.value = system.matches
  }
  system.addEventListener('change', changed)
  const stop = effect(() => {
    const dark = theme.value === 'auto' ? systemDark.value : theme.value === 'dark'
    root.dataset.theme = dark ? 'dark' : 'light'
    root.dataset.density = density.value
  })
  return () => {
    stop()
    system.removeEventListener('change', changed)
  }
}
