// @ts-check
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Nothing of these ends up in a bundle. */
const NO_INPUT = /\.test\.tsx?$|\.test-d\.ts$|\.md$/

/**
 * One hash over the names and bytes of everything that a build is made from.
 * @param {string} root
 * @param {string[]} inputs files and folders below `root`
 */
export function inputHash(root, inputs) {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((input) => filesOf(root, input)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} input
 * @returns {string[]}
 */
function filesOf(root, input) {
  if (statSync(join(root, input)).isFile()) return [input]
  return readdirSync(join(root, input), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !NO_INPUT.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
}
