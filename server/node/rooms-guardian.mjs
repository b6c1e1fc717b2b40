// @ts-check
// Runs workerd for one server and outlives it only to clean up: `rooms-guardian.mjs <workerd> <config> <port>`.
// Its stdin is a pipe from the server. When that closes, however the server ended, workerd is ended too.
// Says on stdout, a line each: {"event":"up","port":…,"pid":…} and {"event":"down","reason":…}.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

const BACK_OFF_MS = { first: 100, longest: 5000 }
/** Having lived this long, workerd is taken to be well again. */
const STEADY_AFTER_MS = 10_000
/** For SIGINT to work: workerd answers it at once, while SIGTERM waits for every open socket. */
const SIGINT_GRACE_MS = 1500

const [workerd = '', configFile = '', port = '0'] = process.argv.slice(2)
/** @type {import('node:child_process').ChildProcess | undefined} */
let running
let stopping = false
let failures = 0

function start() {
  const startedAt = Date.now()
  const address = `--socket-addr=http=127.0.0.1:${port}`
  const child = spawn(workerd, ['serve', configFile, address, '--control-fd=3'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  running = child
  let complaint = ''
  if (child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      // Between warnings before it and a stack after it.
      if (/exception|failed/i.test(line)) complaint ||= line.slice(0, 500)
    })
  }
  const control = child.stdio[3]
  if (control && 'read' in control) {
    createInterface({ input: control }).on('line', (line) => {
      const message = JSON.parse(line)
      if (message.event === 'listen') say({ event: 'up', port: message.port, pid: child.pid })
    })
  }
  let over = false
  /** @param {string} reason */
  const ended = (reason) => {
    if (over) return
    over = true
    running = undefined
    if (stopping) process.exit(0)
    say({ event: 'down', reason })
    failures = Date.now() - startedAt > STEADY_AFTER_MS ? 0 : failures + 1
    setTimeout(start, Math.min(BACK_OFF_MS.longest, BACK_OFF_MS.first * 2 ** failures))
  }
  child.on('error', (error) => ended(error.message))
  child.on('close', (code, signal) => ended(complaint || `${signal ?? `code ${code}`}`))
}

function stop() {
  if (stopping) return
  stopping = true
  if (!running) process.exit(0)
  running.kill('SIGINT')
  setTimeout(() => running?.kill('SIGKILL'), SIGINT_GRACE_MS)
}

/** @param {object} message */
function say(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}

// The server may die between a check and a write; the closing pipe says so anyway.
process.stdout.on('error', () => {})
process.stdin.on('error', stop)
process.stdin.on('close', stop)
process.stdin.resume()
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
start()
