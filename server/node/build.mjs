// @ts-check
// `npm run build`: bundles what changed into `dist/`.
import { buildStale } from './build/build-stale.mjs'
import { installPackages } from './build/install-packages.mjs'
import { fail, ROOT, requireNode } from './build/prepare.mjs'

requireNode()
await installPackages(ROOT)
  .then(() => buildStale({ root: ROOT, say: (line) => process.stderr.write(`${line}\n`) }))
  .catch((error) => fail(error.message))
// Bundlers keep helpers running that would keep this process alive.
process.exit()
