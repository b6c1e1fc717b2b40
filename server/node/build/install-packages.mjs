// @ts-check
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { showLife } from './show-life.mjs'

/**
 * Installs what the lock file names, unless that is what is installed.
 * @param {string} root
 */
export async function installPackages(root) {
  if (isInstalled(root)) return
  const done = showLife(
    'Installing packages. The first time takes some minutes: SQLite is compiled',
  )
  const { code, output } = await run(root, ['ci', '--include=dev', '--no-audit', '--no-fund'])
  done()
  if (code === 0) return
  const said = output.trim().split('\n').slice(-15).join('\n')
  throw new Error(
    `${said}\nnpm ci failed. It needs a network, and to compile SQLite a C++ compiler, make and Python 3.`,
  )
}

/**
 * Compares versions, place by place. Packages for other systems are in the lock file and nowhere else.
 * @param {string} root
 */
function isInstalled(root) {
  const wanted = readPackages(join(root, 'package-lock.json'))
  const installed = readPackages(join(root, 'node_modules/.package-lock.json'))
  return Object.entries(wanted).every(
    ([place, { version, optional, devOptional }]) =>
      place === '' || optional || devOptional || installed[place]?.version === version,
  )
}

/**
 * @param {string} file
 * @returns {Record<string, { version: string, optional?: boolean, devOptional?: boolean }>}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return {}
  }
}

/**
 * The npm that runs us, where one does: the one on the PATH may be another.
 * @param {string} root
 * @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(root, args) {
  const npm = process.env.npm_execpath
  const child = npm
    ? spawn(process.execPath, [npm, ...args], { cwd: root })
    : spawn('npm', args, { cwd: root })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
