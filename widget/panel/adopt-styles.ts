const adopted = new WeakMap<ShadowRoot, Set<string>>()

/** Puts a sheet into the root, once. Constructable, so that no page's `style-src` can stop it. */
export function adoptStyles(root: ShadowRoot, styles: string): void {
  const known = adopted.get(root) ?? new Set()
  if (known.has(styles)) return
  adopted.set(root, known.add(styles))
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
}
