import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const shared = join(import.meta.dirname, '../../../shared')

/** Whether a file of the shared test material is there; says so in one line when it is not. */
export function hasShared(path: string): boolean {
  const there = existsSync(join(shared, path))
  if (!there) console.log(`skipped: ${join('../shared', path)} is not there`)
  return there
}

export function readShared(path: string): string {
  return readFileSync(join(shared, path), 'utf8')
}

/** Rows of a simple CSV (no quotes) as objects by header. */
export function readSharedCsv(path: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = readShared(path).replace('\uFEFF', '').split(/\r?\n/)
  const names = head.split(',')
  return lines
    .filter(line => line !== '')
    .map(line => Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? String(i), cell])))
}
