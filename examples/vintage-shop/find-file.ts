import { existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname, join, resolve, sep } from 'node:path'

export interface StaticFile {
  path: string
  type: string
  /** Seconds for which a browser need not ask again. */
  maxAge: number
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
}

const FONTS: Record<string, string> = {
  '/fonts/fraunces-latin-full-normal.woff2': '@fontsource-variable/fraunces',
  '/fonts/fraunces-latin-full-italic.woff2': '@fontsource-variable/fraunces',
  '/fonts/inter-latin-wght-normal.woff2': '@fontsource-variable/inter',
}

const WEEK_SECONDS = 7 * 24 * 60 * 60

function findFont(root: string, path: string): StaticFile | undefined {
  const font = Object.hasOwn(FONTS, path) ? FONTS[path] : undefined
  if (!font) return undefined
  try {
    const file = createRequire(join(root, 'package.json')).resolve(
      `${font}/files/${path.slice('/fonts/'.length)}`,
    )
    return { path: file, type: 'font/woff2', maxAge: WEEK_SECONDS }
  } catch {
    // the packages are not installed: the pages fall back to Georgia and the system's sans
    return undefined
  }
}

/** The file that a request path names, inside `public` or among the fonts, or nothing. */
export function findFile(root: string, path: string): StaticFile | undefined {
  const font = findFont(root, path)
  if (font) return font
  const type = TYPES[extname(path)]
  const folder = resolve(root, 'public')
  const file = resolve(folder, `.${path}`)
  if (!type || path.includes('\0') || !file.startsWith(folder + sep)) return undefined
  if (!existsSync(file) || !statSync(file).isFile()) return undefined
  return { path: file, type, maxAge: type === TYPES['.css'] ? 0 : 60 * 60 }
}
