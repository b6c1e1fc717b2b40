// @ts-check
// `npm start`: installs and builds what is not as the sources say, then serves, with the demo shop unless DEMO=0.
import { prepare, requireNode } from './build/prepare.mjs'
import { runCommandLine } from './build/run-command-line.mjs'

requireNode()
await prepare()
process.env.DEMO ||= '1'
await runCommandLine(['serve'])
