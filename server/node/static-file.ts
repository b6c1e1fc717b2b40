import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname } from 'node:path'

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}

type Encoding = 'br' | 'gzip' | undefined

export type StaticFile = {
  etag: string
  type: string
  /** The bytes in the best encoding that is accepted and was made at build. */
  body(acceptEncoding: string): { bytes: Uint8Array<ArrayBuffer>; encoding: Encoding }
}

/** Reads files of the build, and again when a build has changed them. */
export function createFileReader(): (path: string) => StaticFile | undefined {
  const known = new Map<string, { modifiedAt: number; file: StaticFile }>()
  return (path) => {
    const modifiedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs
    if (modifiedAt === undefined) return undefined
    const kept = known.get(path)
    if (kept?.modifiedAt === modifiedAt) return kept.file
    const file = readStaticFile(path)
    known.set(path, { modifiedAt, file })
    return file
  }
}

function readStaticFile(path: string): StaticFile {
  const plain = bytesOf(path)
  const br = existsSync(`${path}.br`) ? bytesOf(`${path}.br`) : undefined
  const gzip = existsSync(`${path}.gz`) ? bytesOf(`${path}.gz`) : undefined
  return {
    etag: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    body(acceptEncoding) {
      const accepted = new Set(acceptEncoding.split(',').map((part) => part.trim().split(';')[0]))
      if (br && accepted.has('br')) return { bytes: br, encoding: 'br' }
      if (gzip && accepted.has('gzip')) return { bytes: gzip, encoding: 'gzip' }
      return { bytes: plain, encoding: undefined }
    },
  }
}

function bytesOf(path: string) {
  return new Uint8Array(readFileSync(path))
}
