import { PACKAGE_ROOT } from '../package-root.ts'
import { buildStale } from './build-stale.mjs'

/**
 * Vitest's global set-up for tests of what only exists once it is built. A part that cannot be built is
 * told here, and the tests of that part fail; those of the others do not.
 */
export async function setup(): Promise<void> {
  await buildStale({ root: PACKAGE_ROOT }).catch((error: Error) => console.error(error.message))
}
