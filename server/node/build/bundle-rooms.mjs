// @ts-check
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

/** What the rooms read of their environment. PartyKit's command line passes it under names of its own. */
const VARIABLES = ['ROOM_TOKEN_KEY', 'ROOM_PUBLISH_KEY']

/**
 * Bundles our parties behind PartyKit's own facade into one module, and writes the configuration that
 * plain `workerd serve` runs it with. The same module is what `wrangler deploy` uploads.
 * @param {{ root: string, outDir: string }} where
 * @returns {Promise<string>} the configuration's path
 */
export async function bundleRooms({ root, outDir }) {
  const folder = join(root, 'server/rooms')
  /** @type {{ main: string, compatibilityDate: string, parties: Record<string, string> }} */
  const config = JSON.parse(await readFile(join(folder, 'partykit.json'), 'utf8'))
  const facade = await readFile(join(root, 'node_modules/partykit/dist/generated.js'), 'utf8')
  await mkdir(outDir, { recursive: true })
  await build({
    stdin: { contents: fillIn(facade, folder, config), resolveDir: root, loader: 'js' },
    bundle: true,
    outfile: join(outDir, 'rooms.js'),
    format: 'esm',
    target: 'es2022',
    conditions: ['partykit', 'workerd', 'worker'],
    define: { PARTYKIT_HOST: '"127.0.0.1"', PARTYKIT_API_BASE: '""' },
    logLevel: 'warning',
  })
  const configFile = join(outDir, 'rooms.capnp')
  await writeFile(configFile, workerdConfig(config))
  return configFile
}

/**
 * Puts our classes where PartyKit's own command line puts them.
 * @param {string} facade
 * @param {string} folder
 * @param {{ main: string, parties: Record<string, string> }} config
 */
function fillIn(facade, folder, { main, parties }) {
  const classes = Object.entries(parties).map(([name, file]) =>
    [
      `import ${name} from ${JSON.stringify(join(folder, file))};`,
      `export const ${name}DO = createDurable(${name}, { name: ${JSON.stringify(name)} });`,
      `Workers[${JSON.stringify(name)}] = ${name};`,
    ].join('\n'),
  )
  return facade
    .replace('"__WORKER__"', JSON.stringify(join(folder, main)))
    .replace('import StaticAssetManifest from', 'const StaticAssetManifest = { assets: {} }; //')
    .replace(
      'const vars = {};',
      `const vars = { ${VARIABLES.map((v) => `${v}: obj.${v}`).join(', ')} };`,
    )
    .replace('__R2_BINDINGS__', '[]')
    .replace('__KV_BINDINGS__', '[]')
    .replace('__PARTIES__', classes.join('\n'))
}

/**
 * The address is a default: the guardian names the real one. Nothing is stored, so nothing is on disk.
 * @param {{ compatibilityDate: string, parties: Record<string, string> }} config
 */
function workerdConfig({ compatibilityDate, parties }) {
  const names = Object.keys(parties)
  const bindings = names.map(
    (name) => `    (name = "${name}", durableObjectNamespace = "${name}DO"),`,
  )
  const variables = VARIABLES.map((name) => `    (name = "${name}", fromEnvironment = "${name}"),`)
  const namespaces = names.map(
    (name) => `    (className = "${name}DO", uniqueKey = "counterbell-${name}"),`,
  )
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [ (name = "rooms", worker = .rooms) ],
  sockets = [ (name = "http", address = "127.0.0.1:0", http = (), service = "rooms") ]
);

const rooms :Workerd.Worker = (
  modules = [
    (name = "rooms", esModule = embed "rooms.js"),
  ],
  compatibilityDate = "${compatibilityDate}",
  bindings = [
${variables.join('\n')}
    (name = "PARTYKIT_CRONS", json = "{}"),
    (name = "PARTYKIT_DURABLE", durableObjectNamespace = "PartyKitDurable"),
${bindings.join('\n')}
  ],
  durableObjectNamespaces = [
    (className = "PartyKitDurable", uniqueKey = "counterbell-main"),
${namespaces.join('\n')}
  ],
  durableObjectStorage = (inMemory = void),
);
`
}
