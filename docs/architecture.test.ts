import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const SOURCE_ROOTS = ['protocol', 'widget', 'inbox', 'server', 'examples', 'bench']
/** Here alone may Node be touched; everything else runs on Web standards. */
const NODE_FOLDERS = [
  'server/node',
  'server/testing',
  'inbox/testing',
  'widget/testing',
  'examples',
  'bench',
]
const NATIVE_PACKAGES = ['better-sqlite3', 'workerd', 'pino', '@hono/node-server']
const LINE_LIMIT = 400

type Rule = { folder: string; mayImport: string[]; typesFrom: string[] }
type Import = { from: string; typeOnly: boolean }

const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8')
const rules = readTable(page)
const files = SOURCE_ROOTS.flatMap(sourceFiles)

test('the table has rules and the tree has files to hold against them', () => {
  expect(rules.length).toBeGreaterThan(15)
  expect(files.length).toBeGreaterThan(100)
})

test.each(files)('%s imports only what docs/architecture.md allows', (file) => {
  expect(forbiddenImports(file)).toEqual([])
})

test('no source file is longer than 400 lines', () => {
  const all = SOURCE_ROOTS.flatMap((folder) => listFiles(folder, /\.(ts|tsx|mjs|css)$/))
  expect(all.filter((file) => lineCount(file) > LINE_LIMIT)).toEqual([])
})

test('every row of the table is a folder with files, and names only rows of the table', () => {
  const folders = rules.map(({ folder }) => folder)
  for (const { folder, mayImport, typesFrom } of rules) {
    expect(existsSync(join(root, folder)), folder).toBe(true)
    expect([...mayImport, ...typesFrom].filter((name) => !folders.includes(name))).toEqual([])
  }
})

test('arrows never cycle', () => {
  const arrows = new Map(rules.map(({ folder, mayImport }) => [folder, mayImport]))
  const cycles: string[] = []
  const visit = (folder: string, path: string[]) => {
    if (path.includes(folder)) cycles.push([...path, folder].join(' → '))
    else for (const next of arrows.get(folder) ?? []) visit(next, [...path, folder])
  }
  for (const folder of arrows.keys()) visit(folder, [])
  expect(cycles).toEqual([])
})

test('SQL stands in the store of its folder or in one of the exceptions that the page names', () => {
  const exceptions = pathsIn(page.match(/^- SQL stands in .*$/m)?.[0] ?? '')
  expect(exceptions.length).toBeGreaterThan(0)
  const withSql = files
    .filter((file) => file.startsWith('server/') && !/^server\/(db|node|testing)\//.test(file))
    .filter((file) =>
      importsOf(file).some(
        ({ from, typeOnly }) => !typeOnly && /^drizzle-orm|\/db\/schema\.ts$/.test(from),
      ),
    )
  expect(withSql.filter((file) => !file.endsWith('/store.ts')).sort()).toEqual(exceptions.sort())
})

test('every path that the docs cite is in the tree', () => {
  const pages = [...listFiles('docs', /\.md$/), 'README.md', 'CONTRIBUTING.md']
  const gone = pages.flatMap((file) =>
    citedPaths(file)
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${file}: ${path}`),
  )
  expect(gone).toEqual([])
})

function forbiddenImports(file: string): string[] {
  const rule = ruleFor(file)
  if (!rule) return [`${file} belongs to no folder of the table`]
  return importsOf(file).flatMap(({ from, typeOnly }) => {
    if (!from.startsWith('.')) return mayUsePackage(file, from, typeOnly) ? [] : [from]
    const target = relative(root, resolve(root, dirname(file), from.split('?')[0] ?? from))
    const to = ruleFor(target)?.folder ?? 'outside the table'
    if (to === rule.folder || rule.mayImport.includes(to)) return []
    return typeOnly && rule.typesFrom.includes(to) ? [] : [target]
  })
}

function mayUsePackage(file: string, from: string, typeOnly: boolean): boolean {
  if (typeOnly || NODE_FOLDERS.some((folder) => file.startsWith(`${folder}/`))) return true
  return !from.startsWith('node:') && !NATIVE_PACKAGES.includes(from)
}

/** Static and dynamic imports, and re-exports. */
function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8')
  const { module } = parseSync(file, source)
  return [
    ...module.staticImports.map((statement) => ({
      from: statement.moduleRequest.value,
      typeOnly: statement.entries.length > 0 && statement.entries.every((entry) => entry.isType),
    })),
    ...module.staticExports
      .flatMap((statement) => statement.entries)
      .flatMap((entry) =>
        entry.moduleRequest ? [{ from: entry.moduleRequest.value, typeOnly: entry.isType }] : [],
      ),
    ...module.dynamicImports
      .map(({ moduleRequest }) => source.slice(moduleRequest.start, moduleRequest.end))
      .flatMap((text) => text.match(/^['"]([^'"]+)['"]$/)?.[1] ?? [])
      .map((from) => ({ from, typeOnly: false })),
  ]
}

/** The deepest row of the table that contains the file. */
function ruleFor(file: string): Rule | undefined {
  return rules
    .filter(({ folder }) => file.startsWith(`${folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0]
}

function readTable(markdown: string): Rule[] {
  const [, table = ''] = markdown.split('## Who may import whom')
  return (table.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => /^\| [a-z]+\S* +\|/.test(line) && !line.startsWith('| folder'))
    .map((row) => {
      const [folder = '', mayImport = '', typesFrom = ''] = row
        .split('|')
        .slice(1)
        .map((cell) => cell.trim())
      return { folder, mayImport: namesIn(mayImport), typesFrom: namesIn(typesFrom) }
    })
}

function namesIn(cell: string): string[] {
  return cell
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
}

/** What a page names in backticks, from the root, and what it links to, from its own folder. */
function citedPaths(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/```[\s\S]*?```/g, '')
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link.replace(/#.*$/, ''))
    .filter((link) => link !== '' && !/^[a-z]+:/.test(link))
  return [...pathsIn(text), ...links.map((link) => join(dirname(file), link))]
}

/** What stands in backticks and looks like a path of this tree: it has a slash and begins with a folder of the root. */
function pathsIn(text: string): string[] {
  const roots = [...SOURCE_ROOTS, 'docs']
  return [...text.matchAll(/`([\w.-]+\/[\w./-]*)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => roots.includes(path.split('/')[0] ?? ''))
}

function sourceFiles(folder: string): string[] {
  return listFiles(folder, /\.(ts|tsx|mjs)$/).filter(
    (file) => !/\.(test|test-d|contract|config)\.tsx?$|\.d\.ts$/.test(file),
  )
}

function listFiles(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(file))
    .map((file) => join(folder, file))
}

function lineCount(file: string): number {
  return readFileSync(join(root, file), 'utf8').split('\n').length
}
