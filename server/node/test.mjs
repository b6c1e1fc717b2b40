// @ts-check
// `npm test`: everything that must hold, in one run. Each check and each test counts in the closing line.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './build/find-chromium.mjs'
import { installPackages } from './build/install-packages.mjs'
import { fail, ROOT, requireNode } from './build/prepare.mjs'

requireNode()
const chromium = await findChromium().catch((error) => fail(error.message))
await installPackages(ROOT).catch((error) => fail(error.message))

const counts = { passed: 0, failed: 0 }
await check('format', ['biome', 'ci', '--colors=off', '.'])
await check('types', ['tsc', '-b'])
await check('nothing unused', ['knip', '--no-progress'])
await check('build', [process.execPath, 'server/node/build.mjs'])
await runTests()
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed\n`)
process.exitCode = counts.failed > 0 ? 1 : 0

/**
 * Shows what a check says only where it fails.
 * @param {string} name
 * @param {string[]} command
 */
async function check(name, command) {
  const { code, output } = await run(command, 'pipe')
  counts[code === 0 ? 'passed' : 'failed'] += 1
  process.stdout.write(code === 0 ? `✓ ${name}\n` : `✗ ${name}\n${output}\n`)
}

async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'counterbell-test-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run(['vitest', 'run', ...reporters], 'inherit')
  const { passed, failed } = readReport(report)
  counts.passed += passed
  // A run can fail with every test passed: by an error that belongs to none.
  counts.failed += failed || (code === 0 ? 0 : 1)
  rmSync(folder, { recursive: true })
}

/**
 * A file that could not even be loaded has no tests, and counts as one that failed.
 * @param {string} file
 */
function readReport(file) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'))
    const unloaded = testResults.filter(
      (
        /** @type {{ status: string, assertionResults: unknown[] }} */ { status, assertionResults },
      ) => status === 'failed' && assertionResults.length === 0,
    )
    return { passed: numPassedTests, failed: numFailedTests + unloaded.length }
  } catch {
    return { passed: 0, failed: 0 }
  }
}

/**
 * @param {string[]} command a package's command, or a program by its path
 * @param {'pipe' | 'inherit'} output
 * @returns {Promise<{ code: number, output: string }>}
 */
function run([name = '', ...args], output) {
  const program = name.includes('/') ? name : join(ROOT, 'node_modules/.bin', name)
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, CHROMIUM_PATH: chromium },
    stdio: ['ignore', output, output],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk
    })
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: said }))
  })
}
