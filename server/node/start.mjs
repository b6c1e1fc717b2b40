// @ts-check
// `npm start`: installs and builds what is not as the sources say, then serves, with the demo shop unless DEMO=0.
import { prepare, requireNode } from './build/prepare.mjs'
import { runCommandLine } from './build/run-command-line.mjs'

requireNode()
process.stderr.write('Checking packages and bundles, then starting …\n')
await prepare()
process.env.DEMO ||= '1'
await runCommandLine(['serve'])
