// @ts-check
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TEXT = /\.(?:js|css|html|svg)$/

/**
 * Writes `.br` and `.gz` beside every text file that has none as new as itself.
 * @param {string} folder
 */
export async function precompress(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => TEXT.test(name)).map((name) => join(folder, name))) {
    if (isFresh(file)) continue
    const bytes = readFileSync(file)
    const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
    writeFileSync(`${file}.br`, await promisify(brotliCompress)(bytes, { params: quality }))
    writeFileSync(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }))
  }
}

/** @param {string} file */
function isFresh(file) {
  const made = statSync(`${file}.gz`, { throwIfNoEntry: false })
  return made !== undefined && made.mtimeMs >= statSync(file).mtimeMs
}
