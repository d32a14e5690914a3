import { execFileSync } from 'node:child_process'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { layerOf, mayImportFile, mayImportPackage } from './helpers/layers.ts'
import {
  filesBelow,
  importTarget,
  readProjectFile,
  readSource,
  type SourceFile,
  type SyntaxNode,
} from './helpers/source-file.ts'

const code = /\.(ts|tsx|mjs|js)$/
const sources = ['src-main', 'src-renderer'].flatMap(folder => filesBelow(folder, code)).map(readSource)
const tests = filesBelow('test', code).map(readSource)

function forbiddenImports(file: SourceFile): readonly string[] {
  const layer = layerOf(file.path)
  if (layer === undefined) return [`${file.path} is in no layer: add its folder to test/helpers/layers.ts`]
  return file.imports
    .map(specifier => importTarget(file.path, specifier))
    .filter(({ kind, name }) => (kind === 'file' ? !mayImportFile(layer, name) : !mayImportPackage(layer, name)))
    .map(({ name }) => `${file.path} imports ${name}`)
}

const calls = (node: SyntaxNode, object: string, method: string): boolean => {
  const callee = node.type === 'MemberExpression' ? node : undefined
  const owner = callee?.['object'] as SyntaxNode | undefined
  const property = callee?.['property'] as SyntaxNode | undefined
  return owner?.['name'] === object && property?.['name'] === method
}

const readsTheClock = (node: SyntaxNode): boolean =>
  calls(node, 'Date', 'now') ||
  calls(node, 'performance', 'now') ||
  ((node.type === 'NewExpression' || node.type === 'CallExpression') &&
    (node['callee'] as SyntaxNode)['name'] === 'Date' &&
    (node['arguments'] as unknown[]).length === 0)

const isChance = (node: SyntaxNode): boolean =>
  calls(node, 'Math', 'random') || calls(node, 'crypto', 'randomUUID') || calls(node, 'crypto', 'getRandomValues')

describe('layers', () => {
  it('finds the sources it judges', () => {
    expect(sources.length).toBeGreaterThan(20)
  })

  it('import only what the table of layers allows', () => {
    expect(sources.flatMap(forbiddenImports)).toEqual([])
  })

  it('below the services take time, chance and ids as arguments', () => {
    const below = sources.filter(file => /^src-main\/(model|domain|contract)\//.test(file.path))
    const found = below.filter(file => file.find(node => readsTheClock(node) || isChance(node)).length > 0)
    expect(found.map(file => file.path)).toEqual([])
  })
})

describe('files', () => {
  it('have 300 lines at the most', () => {
    const long = [...sources, ...tests].filter(file => file.lines > 300)
    expect(long.map(file => `${file.path}: ${file.lines}`)).toEqual([])
    const sheets = filesBelow('src-renderer', /\.css$/)
    expect(sheets.length).toBeGreaterThan(20)
    expect(sheets.filter(path => readProjectFile(path).split('\n').length > 301)).toEqual([])
  })

  it('have no default export, except where a tool asks for one', () => {
    const found = [...sources, ...tests].filter(file => file.hasDefaultExport && !file.path.endsWith('.config.ts'))
    expect(found.map(file => file.path)).toEqual([])
  })

  it('are named in kebab-case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(property|test|bench|config|d))*\.(ts|tsx|mjs|js)$/
    const found = [...sources, ...tests].filter(file => !kebab.test(basename(file.path)))
    expect(found.map(file => file.path)).toEqual([])
  })

  it('carry the ending of the file in relative imports', () => {
    const bare = [...sources, ...tests].flatMap(file =>
      file.imports
        .filter(name => name.startsWith('.') && !/\.[a-z0-9]+(\?[a-z&=]+)?$/.test(name))
        .map(name => `${file.path} imports ${name}`),
    )
    expect(bare).toEqual([])
  })
})

describe('the text of the project', () => {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
  const texts = listed
    .split('\0')
    .filter(
      path =>
        /\.(ts|tsx|mjs|js|json|md|css|html|sh|yml)$|^\.[a-z]+rc$|^\.ci\//.test(path) && path !== 'package-lock.json',
    )

  it('names no host of a package registry', () => {
    const host = /registry[.]npm|npm[j]s[.]|npm[m]irror|yarn[p]kg[.]/
    expect(texts.filter(path => host.test(readProjectFile(path)))).toEqual([])
  })

  it('names no folder of one machine', () => {
    const folder = /(^|["'`\s(=])\/(work|root|home|Users)\//m
    expect(texts.filter(path => folder.test(readProjectFile(path)))).toEqual([])
  })
})

describe('the lock file', () => {
  const packages: Record<string, { optionalDependencies?: Record<string, string> }> = JSON.parse(
    readProjectFile('package-lock.json'),
  ).packages

  const isLocked = (from: string, name: string): boolean => {
    const above = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))
    const here = `${from === '' ? '' : `${from}/`}node_modules/${name}`
    return here in packages || (from !== '' && isLocked(above, name))
  }

  it('names the optional packages of every platform, without which npm ci refuses it', () => {
    const absent = Object.entries(packages).flatMap(([folder, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter(name => !isLocked(folder, name))
        .map(name => `${folder} -> ${name}`),
    )
    expect(absent).toEqual([])
  })
})
