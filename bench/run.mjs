// Bundles a bench file and runs it: `node bench/run.mjs bench/search.ts <arguments>`.
import { mkdirSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const [file] = process.argv.splice(2, 1)
if (file === undefined) {
  console.error('usage: node bench/run.mjs bench/NAME.ts [arguments]')
  process.exit(2)
}

/** Each source keeps its own address, so that it finds the files beside it. */
const sourceAddresses = {
  name: 'source-addresses',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
    })),
}

// Inside the repository, so that packages are found from there.
const folder = fileURLToPath(new URL('../dist/bench/', import.meta.url))
mkdirSync(folder, { recursive: true })
const outfile = resolve(folder, `${basename(file, '.ts')}.mjs`)
await build({
  entryPoints: [file],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
  plugins: [sourceAddresses],
})
process.argv.splice(1, 1, outfile)
await import(pathToFileURL(outfile).href)
