import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin, type UserConfig } from 'vite'

/**
 * Browsers that have what the widget is made of. Pinned, since an older target makes Lightning CSS
 * write logical properties and `light-dark()` out by hand, which a shop's page would have to pay for.
 */
const CSS_TARGET = ['chrome123', 'safari17.5', 'firefox121']
const BROWSER = { target: 'es2022', cssTarget: CSS_TARGET, modulePreload: false } as const

/**
 * Vite wraps every `import()` in a helper that preloads stylesheets and reports to the window: 0.7 kB
 * for nothing, since the panel's chunks have no stylesheets and the page's window is not ours.
 */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load()',
  },
}

/** The panel is built first: the loader must know its hashed name. */
const MODES: Record<string, () => UserConfig> = {
  panel: () => ({
    base: './',
    plugins: [plainImports],
    build: {
      ...BROWSER,
      outDir: 'dist/widget',
      // Older panels stay: a loader from a cache may name one.
      emptyOutDir: false,
      manifest: 'panel.json',
      rolldownOptions: {
        input: 'widget/panel/panel.tsx',
        // What later chunks share stays in the panel's own file: a file of its own would be one more request.
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: '[name]-[hash].js',
          chunkFileNames: '[name]-[hash].js',
          codeSplitting: { groups: [{ name: 'panel', test: /widget\/panel\/panel\.tsx$/ }] },
        },
      },
    },
  }),
  // Library mode and one script: an app build would import Vite's helper, which no classic script can.
  loader: () => ({
    define: { __PANEL_FILE__: JSON.stringify(panelFile()) },
    build: {
      ...BROWSER,
      outDir: 'dist/widget',
      emptyOutDir: false,
      lib: {
        entry: 'widget/loader.ts',
        formats: ['iife'],
        name: 'CounterbellLoader',
        fileName: () => 'widget.js',
      },
    },
  }),
  inbox: () => ({
    root: join(import.meta.dirname, 'inbox'),
    base: '/inbox/',
    build: { ...BROWSER, outDir: '../dist/inbox', emptyOutDir: true, manifest: 'inbox.json' },
  }),
  server: () => ({
    build: {
      ssr: true,
      target: 'node20',
      outDir: 'dist/server',
      rolldownOptions: { input: { cli: 'server/node/cli/cli.ts' } },
    },
  }),
}

export default defineConfig(({ mode }) => {
  const config = MODES[mode]
  if (!config) throw new Error(`Build with --mode ${Object.keys(MODES).join(', ')}.`)
  return {
    root: import.meta.dirname,
    publicDir: false,
    clearScreen: false,
    logLevel: 'warn',
    // Built by the tests as well, whose NODE_ENV would otherwise write each line's number into it.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    ...config(),
  }
})

function panelFile(): string {
  const manifest: Record<string, { file: string }> = JSON.parse(
    readFileSync(join(import.meta.dirname, 'dist/widget/panel.json'), 'utf8'),
  )
  const panel = manifest['widget/panel/panel.tsx']
  if (!panel) throw new Error('Build the panel first.')
  return panel.file
}
