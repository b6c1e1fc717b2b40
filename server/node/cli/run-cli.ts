import { AppError } from '../../core/app-error.ts'
import { CALLED_AS } from '../called-as.ts'
import { checkDataFolder } from '../data-folder.ts'
import { StartError } from '../start-error.ts'
import { ask } from './ask.ts'
import { type Command, CommandError, type ExitCode, type Terminal, UsageError } from './command.ts'
import { ingest } from './ingest.ts'
import { roomsKeys } from './rooms-keys.ts'
import { search } from './search.ts'
import { serve } from './serve.ts'
import { shopCreate } from './shop-create.ts'
import { shopList } from './shop-list.ts'
import { shopSettings } from './shop-settings.ts'
import { sourceList } from './source-list.ts'
import { sourceRemove } from './source-remove.ts'
import { teammateAdd } from './teammate-add.ts'
import { teammateRemove } from './teammate-remove.ts'
import { triggers } from './triggers.ts'

const COMMANDS: Record<string, Command> = {
  serve,
  'shop create': shopCreate,
  'shop list': shopList,
  'shop settings': shopSettings,
  ingest,
  'source list': sourceList,
  'source remove': sourceRemove,
  search,
  ask,
  triggers,
  'teammate add': teammateAdd,
  'teammate remove': teammateRemove,
  'rooms keys': roomsKeys,
}

/** Runs what `args` name. Never throws: what went wrong is said in a line, and in the exit code. */
export async function runCli(args: string[], terminal: Terminal): Promise<ExitCode> {
  const { name, command, rest } = findCommand(args)
  if (!command) {
    if (isHelp(name)) {
      printOverview(terminal.print)
      return 0
    }
    if (name !== '') terminal.say(`There is no command "${name}".`)
    printOverview(terminal.say)
    return 2
  }
  if (rest.some(isHelp)) {
    terminal.print(`Usage: ${CALLED_AS} ${command.usage}\n\n${command.help}`)
    return 0
  }
  try {
    checkDataFolder(terminal.config.dataDir)
    return await command.run(rest, terminal)
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.say(`${error.message}\nUsage: ${CALLED_AS} ${command.usage}`)
      return 2
    }
    if (error instanceof CommandError || error instanceof StartError || error instanceof AppError) {
      terminal.say(error.message)
      return 1
    }
    terminal.say(
      error instanceof Error ? `Something went wrong: ${error.message}` : 'Something went wrong.',
    )
    return 1
  }
}

function findCommand(args: string[]) {
  const [first = '', second = ''] = args
  const pair = COMMANDS[`${first} ${second}`]
  if (pair) return { name: `${first} ${second}`, command: pair, rest: args.slice(2) }
  return { name: first, command: COMMANDS[first], rest: args.slice(1) }
}

function isHelp(argument: string): boolean {
  return argument === '--help' || argument === '-h'
}

function printOverview(print: (line: string) => void): void {
  print(`Usage: ${CALLED_AS} COMMAND`)
  print('')
  for (const { usage } of Object.values(COMMANDS)) print(`  ${usage}`)
  print('')
  print(`"${CALLED_AS} COMMAND --help" says what a command does.`)
}
