import { serve as run } from '../serve.ts'
import { untilStopped } from '../until-stopped.ts'
import type { Command } from './command.ts'
import { readOptions } from './read-options.ts'

export const serve: Command = {
  usage: 'serve',
  help: 'Runs the server until it is stopped. Its settings come from the environment: PORT, HOST, DATA_DIR, PUBLIC_URL and others that docs/install.md lists.',
  async run(args, terminal) {
    readOptions(args, {})
    // Before the start: whoever stops a server that is just starting ends it as cleanly.
    const stopped = untilStopped()
    const served = await run(terminal.config, terminal)
    await stopped
    await served.close()
    return 0
  },
}
