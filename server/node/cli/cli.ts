import { readConfig } from '../config.ts'
import { StartError } from '../start-error.ts'
import type { Terminal } from './command.ts'
import { runCli } from './run-cli.ts'

const say = (line: string) => void process.stderr.write(`${line}\n`)

try {
  const terminal: Terminal = {
    config: readConfig(process.env),
    print: (line) => void process.stdout.write(`${line}\n`),
    say,
  }
  process.exitCode = await runCli(process.argv.slice(2), terminal)
} catch (error) {
  if (!(error instanceof StartError)) throw error
  say(error.message)
  process.exitCode = 1
}
