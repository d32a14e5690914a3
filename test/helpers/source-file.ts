import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'vite'

const root = join(import.meta.dirname, '..', '..')

export interface SourceFile {
  /** Relative to the project, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly lines: number
  readonly imports: readonly string[]
  readonly hasDefaultExport: boolean
  /** Every node of the syntax tree that satisfies the test. */
  readonly find: (test: (node: SyntaxNode) => boolean) => readonly SyntaxNode[]
}

export interface SyntaxNode {
  readonly type: string
  readonly [key: string]: unknown
}

export function filesBelow(folder: string, endings: RegExp): readonly string[] {
  if (!existsSync(join(root, folder))) return []
  const found = readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = posix.join(folder, entry.name)
    if (entry.name === 'node_modules') return []
    if (entry.isDirectory()) return filesBelow(path, endings)
    return endings.test(entry.name) ? [path] : []
  })
  return found.toSorted()
}

export const readProjectFile = (path: string): string => readFileSync(join(root, path), 'utf8')

export function readSource(path: string): SourceFile {
  const text = readProjectFile(path)
  const { module, program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  const exported = module.staticExports.flatMap(statement => statement.entries)
  const dynamic = module.dynamicImports
    .map(({ moduleRequest: { start, end } }) => text.slice(start, end))
    .flatMap(request => /^['"](.+)['"]$/.exec(request)?.[1] ?? [])
  return {
    path,
    text,
    lines: text.split('\n').length - 1,
    imports: [
      ...module.staticImports.map(statement => statement.moduleRequest.value),
      ...exported.flatMap(entry => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
      ...dynamic,
      ...nodesOf(program, isImportType).map(node => String((node['source'] as SyntaxNode | undefined)?.['value'])),
    ],
    hasDefaultExport: exported.some(entry => entry.exportName.kind === 'Default'),
    find: test => nodesOf(program, test),
  }
}

const isImportType = (node: SyntaxNode): boolean => node.type === 'TSImportType'

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

function nodesOf(start: unknown, test: (node: SyntaxNode) => boolean): SyntaxNode[] {
  const found: SyntaxNode[] = []
  const waiting: unknown[] = [start]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (Array.isArray(value)) waiting.push(...value)
    else if (isNode(value)) {
      if (test(value)) found.push(value)
      waiting.push(...Object.values(value))
    }
  }
  return found
}

/** Where an import points to: a path of the project, or the name of a package (`node:fs`, `@mui/material`). */
export function importTarget(from: string, specifier: string): { kind: 'file' | 'package'; name: string } {
  const bare = specifier.replace(/\?.*$/, '')
  if (bare.startsWith('.')) return { kind: 'file', name: posix.normalize(posix.join(posix.dirname(from), bare)) }
  const [scope, name] = bare.split('/')
  return {
    kind: 'package',
    name: bare.startsWith('@') ? `${scope}/${name}` : bare.startsWith('node:') ? bare : (scope ?? bare),
  }
}
