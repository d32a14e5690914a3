/** Who may import whom. `files` are paths of the project, `packages` names; `node:` stands for Node's own modules. */
export interface Layer {
  readonly folder: string
  readonly files: readonly string[]
  readonly packages: readonly string[] | 'all but electron' | 'browser'
}

const allButElectron = ['src-main/', 'resources/'] as const

/** An adapter knows model, the ports, Node and the package it adapts. */
const adapter = (name: string, ...packages: readonly string[]): Layer => ({
  folder: `src-main/adapters/${name}/`,
  files: [`src-main/adapters/${name}/`, 'src-main/model/', 'src-main/services/ports/', 'resources/'],
  packages: ['node:', 'zod', ...packages],
})

/** The first row that fits a file holds. */
export const layers: readonly Layer[] = [
  { folder: 'src-main/model/', files: ['src-main/model/'], packages: ['zod'] },
  { folder: 'src-main/domain/', files: ['src-main/domain/', 'src-main/model/'], packages: [] },
  {
    folder: 'src-main/contract/',
    files: ['src-main/contract/', 'src-main/model/'],
    packages: ['zod', '@orpc/contract'],
  },
  {
    folder: 'src-main/services/',
    files: ['src-main/services/', 'src-main/domain/', 'src-main/model/', 'src-main/contract/'],
    packages: [],
  },
  {
    folder: 'src-main/api/',
    files: ['src-main/api/', 'src-main/services/', 'src-main/contract/', 'src-main/model/'],
    packages: ['@orpc/server'],
  },
  adapter('sqlite', 'better-sqlite3', 'kysely'),
  adapter('sql-rules', 'kysely'),
  adapter('upstream', 'undici'),
  adapter('files', 'csv-parse', 'exceljs', 'fflate', 'iconv-lite', 'yauzl'),
  adapter('pdf', 'puppeteer-core', '@cantoo/pdf-lib', 'subset-font', 'qrcode', '@signpdf/signpdf', 'node-forge'),
  adapter('mail', 'nodemailer'),
  adapter('system', '@node-rs/argon2', 'pino', 'pinyin-pro', 'undici'),
  { folder: 'src-main/head-office/', files: allButElectron, packages: 'all but electron' },
  // the command `bench` runs the benchmarks where they stand
  {
    folder: 'src-main/cli/commands/bench.ts',
    files: [...allButElectron, 'test/bench/'],
    packages: 'all but electron',
  },
  { folder: 'src-main/cli/', files: allButElectron, packages: 'all but electron' },
  { folder: 'src-main/engine.ts', files: allButElectron, packages: 'all but electron' },
  { folder: 'src-main/engine/', files: allButElectron, packages: 'all but electron' },
  {
    folder: 'src-main/electron/',
    files: [
      'src-main/electron/',
      'src-main/engine.ts',
      'src-main/contract/',
      // main opens what it hands to the windows before there is an engine
      'src-main/adapters/system/sealing.ts',
      'resources/',
    ],
    packages: ['electron', 'node:', 'zod', '@orpc/server', '@orpc/client', '@orpc/contract'],
  },
  { folder: 'src-main/bootstrap/', files: ['src-main/bootstrap/'], packages: ['node:', 'electron', 'playwright'] },
  {
    folder: 'src-renderer/',
    files: ['src-renderer/', 'src-main/contract/', 'src-main/model/', 'resources/'],
    packages: 'browser',
  },
]

const neverInBrowser = [
  'electron',
  'better-sqlite3',
  'kysely',
  'puppeteer-core',
  'undici',
  'pg',
  'nodemailer',
  '@orpc/server',
]

export function mayImportPackage(layer: Layer, name: string): boolean {
  if (layer.packages === 'all but electron') return name !== 'electron'
  if (layer.packages === 'browser') return !name.startsWith('node:') && !neverInBrowser.includes(name)
  return layer.packages.some(allowed => (allowed === 'node:' ? name.startsWith('node:') : allowed === name))
}

export const mayImportFile = (layer: Layer, path: string): boolean =>
  layer.files.some(allowed => (allowed.endsWith('/') ? path.startsWith(allowed) : path === allowed))

export const layerOf = (path: string): Layer | undefined => layers.find(layer => path.startsWith(layer.folder))
