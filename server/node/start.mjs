// @ts-check
// `npm start`: installs and builds what is not as the sources say, then serves, with the demo shop unless DEMO=0.
import { prepare, requireNode } from './build/prepare.mjs'
import { runCommandLine } from './build/run-command-line.mjs'

requireNode()
if (process.env.npm_lifecycle_event) stopWithParent()
await prepare()
process.env.DEMO ||= '1'
await runCommandLine(['serve'])

/** npm runs us by a shell, which keeps a signal to itself: who stops npm means us. */
function stopWithParent() {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  timer.unref()
}
